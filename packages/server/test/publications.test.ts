import { PassThrough } from 'node:stream';
import { isUsual, publications, type Publication } from '@fiscal/report';
import { EmptyFileSystemProvider } from 'langium';
import { expect, onTestFinished, test } from 'vitest';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node.js';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node.js';
import {
  type BuildParams,
  buildRequest,
  type BuildResult,
  bytesOf,
  publicationsRequest,
} from '../src/protocol.js';
import { startServer } from '../src/start-server.js';
import { report } from './workbench.js';

const uri = 'file:///reports/a.fiscal';

/** Longer than a function takes parameters. */
const workbook = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);

const pretend: Publication = {
  name: 'pretend',
  title: '假想格式',
  remark: '只为试验',
  extension: 'ptd',
  make: async ({ title }) => ({ content: workbook, beside: new Map([['data/1.txt', title]]) }),
};

const all = [...publications, pretend];

/** A client of a server in this process, with that format after the others. */
async function client(): Promise<MessageConnection> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, there, back);
  startServer(server, { fileSystemProvider: () => new EmptyFileSystemProvider() }, all);
  const connection = createMessageConnection(back, there);
  connection.listen();
  onTestFinished(() => {
    connection.dispose();
    server.dispose();
  });
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  return connection;
}

async function built(params: Omit<BuildParams, 'uri'>): Promise<BuildResult> {
  const connection = await client();
  const text = report('模板 四川\n收入 { 总计 3.00 }');
  const textDocument = { uri, languageId: 'fiscal', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  return connection.sendRequest(buildRequest, { uri, ...params });
}

test('every format of the list can be asked for', async () => {
  const connection = await client();
  expect(await connection.sendRequest(publicationsRequest)).toEqual({
    publications: all.filter(({ needs }) => !needs).map(({ make: _, beside: __, needs: ___, ...row }) => row),
  });
});

test('a format that joins the list is built with the others, its bytes as they are', async () => {
  const { files } = await built({});
  const reports = files.filter(({ publication }) => publication);
  expect(reports.map(({ name }) => name)).toEqual(
    all.filter(isUsual).map(({ extension }) => `a.${extension}`),
  );
  const [last] = reports.slice(-1);
  expect(last && 'base64' in last && bytesOf(last.base64)).toEqual(workbook);
});

test('only the formats that are wanted are made', async () => {
  const { files } = await built({ to: ['pretend'] });
  expect(files.map(({ name, publication }) => [name, publication])).toEqual([
    ['data/1.txt', undefined],
    ['a.ptd', 'pretend'],
  ]);
  expect(files[0]).toEqual({ name: 'data/1.txt', text: '示例市档案局2023年度部门决算' });
});
