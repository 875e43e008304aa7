import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { skeleton, skeletonTemplates } from '@fiscal/language';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createMessageConnection } from 'vscode-jsonrpc/node.js';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { BuildResult, FactsResult, PreviewResult } from '../src/protocol.js';
import { bundle, Editor } from './editor.js';
import { report } from './workbench.js';

// A server is a process: it takes as long as the machine lets it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = join(import.meta.dirname, '../../../examples/攀枝花市经济和信息化局-2023');
const leading = '攀枝花市经济和信息化局-2023';
const text = report(
  [
    '引用 上年 "上年.fiscal"',
    '收入 {',
    '  事业收入  12.00',
    '  总计  1３.30',
    '}',
    '项目 档案数字化 { 执行 3 }',
    '职责 "执行【项目.档案数字化.执行】万元"',
  ].join('\n'),
);
const figure = { line: 4, character: 7 };
const project = { line: 6, character: 4 };
const everything = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start({
    '别的.fiscal': '规则 本局01 "项目不超过十" { 项目.档案数字化.执行 ≤ 10 }\n',
    '某局-2023.fiscal': '部门决算 某局 2023 { 收入 { 事业收入 1.00 } }\n',
  });
  await editor.open('a.fiscal', text);
  await editor.diagnostics('a.fiscal');
});
afterAll(async () => {
  expect(editor.complaints).toEqual([]);
  expect(await editor.stop()).toBe(0);
});

function ask<Result>(method: string, params: object = {}): Promise<Result> {
  return editor.request<Result>(method, { textDocument: editor.document('a.fiscal'), ...params });
}

interface Titled {
  title: string;
}

/** One request for each capability that the server declares, and what must come of it. */
const capabilities: Record<string, () => Promise<void>> = {
  textDocumentSync: async () => {
    await editor.open('b.fiscal', report('收入 { 总计 1 }'));
    await editor.change('b.fiscal', 'x', {
      start: { line: 1, character: 5 },
      end: { line: 1, character: 7 },
    });
    expect((await editor.diagnostics('b.fiscal')).map(({ code }) => code)).toContain('Z010');
    await editor.close('b.fiscal');
  },
  completionProvider: async () => {
    const { items } = await ask<{ items: { label: string }[] }>('textDocument/completion', {
      position: { line: 3, character: 2 },
    });
    expect(items.map(({ label }) => label)).toContain('其他收入');
  },
  hoverProvider: async () => {
    const { contents } = await ask<{ contents: { value: string } }>('textDocument/hover', {
      position: figure,
    });
    expect(contents.value).toContain('**收入总计**　13.30 万元（写明）');
  },
  codeActionProvider: async () => {
    const actions = await ask<Titled[]>('textDocument/codeAction', {
      range: { start: figure, end: figure },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toEqual([
      '改为算得的 12.00 万元',
      '核对无误，忽略 I0103（写明原因）',
      '写成规范的半角形式',
    ]);
  },
  codeLensProvider: async () => {
    const lenses = await ask<{ command: Titled }[]>('textDocument/codeLens');
    expect(lenses.map(({ command }) => command.title)).toEqual(['预览', '生成', '2 处错误']);
  },
  definitionProvider: async () => {
    const found = await ask<object[]>('textDocument/definition', { position: { line: 7, character: 12 } });
    expect(found).toEqual([expect.objectContaining({ uri: editor.uri('a.fiscal') })]);
  },
  referencesProvider: async () => {
    const found = await ask<{ uri: string }[]>('textDocument/references', {
      position: project,
      context: { includeDeclaration: true },
    });
    expect(found.map(({ uri }) => uri)).toEqual(
      ['a.fiscal', 'a.fiscal', '别的.fiscal'].map((name) => editor.uri(name)),
    );
  },
  renameProvider: async () => {
    expect(await ask('textDocument/prepareRename', { position: project })).toMatchObject({
      start: { line: 6 },
    });
    const { changes } = await ask<{ changes: object }>('textDocument/rename', {
      position: project,
      newName: '库房',
    });
    expect(Object.keys(changes)).toEqual([editor.uri('a.fiscal'), editor.uri('别的.fiscal')]);
  },
  documentHighlightProvider: async () => {
    expect(await ask('textDocument/documentHighlight', { position: project })).toHaveLength(2);
  },
  documentSymbolProvider: async () => {
    const [symbol] = await ask<{ name: string; children: { name: string }[] }[]>(
      'textDocument/documentSymbol',
    );
    expect([symbol!.name, ...symbol!.children.map(({ name }) => name)]).toEqual([
      '示例市档案局 2023',
      '收入',
      '项目 档案数字化',
      '职责',
    ]);
  },
  workspaceSymbolProvider: async () => {
    const found = await editor.request<{ name: string }[]>('workspace/symbol', { query: '本局' });
    expect(found.map(({ name }) => name)).toEqual(['规则 本局01 项目不超过十']);
  },
  documentLinkProvider: async () => {
    const links = await ask<{ target: string }[]>('textDocument/documentLink');
    expect(links.map(({ target }) => target)).toEqual([editor.uri('上年.fiscal')]);
  },
  foldingRangeProvider: async () => {
    const ranges = await ask<{ startLine: number }[]>('textDocument/foldingRange');
    expect(ranges.map(({ startLine }) => startLine)).toEqual([0, 2]);
  },
  selectionRangeProvider: async () => {
    const [selection] = await ask<{ range: object; parent: object }[]>('textDocument/selectionRange', {
      positions: [figure],
    });
    expect(selection).toMatchObject({ range: { start: { line: 4, character: 6 } }, parent: {} });
  },
  documentFormattingProvider: async () => {
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await ask<{ newText: string }[]>('textDocument/formatting', { options });
    expect(edits.length).toBeGreaterThan(0);
  },
  documentRangeFormattingProvider: async () => {
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 9 } };
    const edits = await ask<{ range: { start: { line: number } } }[]>('textDocument/rangeFormatting', {
      range,
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(edits.map((edit) => edit.range.start.line)).toEqual([4]);
  },
  documentOnTypeFormattingProvider: async () => {
    const edits = await ask<{ range: { start: { line: number } } }[]>('textDocument/onTypeFormatting', {
      position: { line: 5, character: 1 },
      ch: '}',
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(edits.map((edit) => edit.range.start.line)).toEqual([2, 3, 4, 5]);
  },
  inlayHintProvider: async () => {
    await editor.open('c.fiscal', report('支出 一般公共预算 { 2012601 基本 3 }'));
    const hints = await editor.request<{ label: string }[]>('textDocument/inlayHint', {
      textDocument: editor.document('c.fiscal'),
      range: everything,
    });
    expect(hints.map(({ label }) => label)).toEqual(['合计 3.00 万元', '行政运行 · 档案事务']);
    await editor.close('c.fiscal');
  },
  semanticTokensProvider: async () => {
    const { data } = await ask<{ data: number[] }>('textDocument/semanticTokens/full');
    expect(data.length % 5).toBe(0);
    expect(data.length).toBeGreaterThan(50);
    const part = await ask<{ data: number[] }>('textDocument/semanticTokens/range', {
      range: { start: figure, end: figure },
    });
    expect(part.data.length).toBe(10);
  },
  workspace: async () => {
    // Folders are taken as they are given: the rule of the other file was read from the disk.
    const symbols = await editor.request<object[]>('workspace/symbol', { query: '' });
    expect(symbols.length).toBeGreaterThan(2);
  },
};

describe('each capability that is declared', () => {
  test('has a test, and none is tested that is not declared', () => {
    expect(Object.keys(editor.capabilities).sort()).toEqual(Object.keys(capabilities).sort());
  });

  test.each(Object.entries(capabilities))('%s', (_, run) => run());

  test('no command is said to be the server’s', () => {
    expect(editor.capabilities.executeCommandProvider).toBeUndefined();
  });
});

describe('requests of our own', () => {
  let alone: Editor;
  beforeAll(async () => {
    alone = await Editor.start();
    await alone.open('长.fiscal', readFileSync(join(folder, `${leading}.fiscal`), 'utf8'));
    await alone.diagnostics('长.fiscal');
  });
  afterAll(async () => {
    expect(alone.complaints).toEqual([]);
    expect(await alone.stop()).toBe(0);
  });
  const of = (name: string) => ({ uri: editor.uri(name) });
  const long = () => ({ uri: alone.uri('长.fiscal') });

  test('a preview leads back to the source', async () => {
    const preview = await alone.request<PreviewResult>('fiscal/preview', long());
    expect(preview).toMatchObject({ title: '攀枝花市经济和信息化局2023年度部门决算', version: 1 });
    expect(preview.html).toMatch(/data-path="收入.总计" data-origin="41:\d+"/);
    expect(preview.html).toMatch(/<p data-line="\d+">/);
    expect(preview.html).toMatch(/class="figure has-finding information"[^>]* title="「收入」有 1 处尾差/);
    expect(preview.html).toMatch(/<rect [^>]*data-origin="41:\d+"/);
    expect(preview.html).toMatch(/<td[^>]*><span class="figure" data-path="[^"]+" data-origin="/);
    expect(preview.html).toMatch(
      /<span class="figure" data-operand="\d+:\d+" title="算得：项目 \| 求和 执行\n/,
    );
    expect(preview.html).not.toMatch(/<script|<link|<img|\sstyle=|https?:\/\/(?!www\.w3\.org)/);
    expect(preview.style).toContain('prefers-color-scheme: dark');
  });

  test('also of a report with errors, and says why there is none', async () => {
    await editor.open(
      '错.fiscal',
      report('模板 四川\n收入 { 总计 3 事业收入 <b> }\n职责 "<script>alert(1)</script>"'),
    );
    const preview = await editor.request<PreviewResult>('fiscal/preview', of('错.fiscal'));
    expect(preview.html).toContain('&#x3C;script>alert(1)&#x3C;/script>');
    expect(await editor.request('fiscal/preview', of('a.fiscal'))).toMatchObject({
      html: '',
      empty: 'no-template',
    });
    expect(await editor.request('fiscal/preview', of('别的.fiscal'))).toMatchObject({
      html: '',
      empty: 'no-report',
    });
  });

  test('publications are those of the command line', async () => {
    const params = { ...long(), to: ['markdown', 'html'] };
    const { files, errors } = await alone.request<BuildResult>('fiscal/build', params);
    expect(errors).toBe(0);
    const expected = (name: string) => readFileSync(join(folder, '期望', name), 'utf8');
    const bare = (name: string) => name.replace('长.', `${leading}.`);
    for (const file of files) expect('text' in file && file.text, file.name).toBe(expected(bare(file.name)));
    expect(files.map(({ name }) => name)).toContain('长.md');
    expect(files.length).toBe(9);
  });

  test('relations with what comes of them', async () => {
    const { relations } = await editor.request<FactsResult>('fiscal/facts', of('a.fiscal'));
    expect(relations).toEqual([
      {
        rule: 'I0103',
        title: '收入总计等于本年收入合计、使用非财政拨款结余、年初结转和结余之和',
        sign: '=',
        left: [
          {
            label: '收入总计',
            path: '收入.总计',
            value: '13.30',
            unit: '万元',
            sign: '+',
            derived: false,
            origin: { uri: editor.uri('a.fiscal'), line: 4, character: 6 },
          },
        ],
        right: [
          {
            label: '本年收入合计',
            path: '收入.本年收入合计',
            value: '12.00',
            unit: '万元',
            sign: '+',
            derived: true,
          },
        ],
        outcome: 'differ',
        difference: '+1.3 万元',
        missing: [],
        origin: { uri: editor.uri('a.fiscal'), line: 4, character: 6 },
      },
    ]);
  });

  test("the next year's report", async () => {
    const next = await editor.request('fiscal/rollForward', {
      uri: editor.uri('某局-2023.fiscal'),
      year: 2024,
    });
    expect(next).toEqual({
      text: '部门决算 某局 2024 {\n  引用 上年 "某局-2023.fiscal"\n  收入 { 事业收入 未填 } }\n',
      name: '某局-2024',
      errors: 0,
    });
    await editor.open('坏.fiscal', '部门决算 某局 2023 { 收入 { 】 } }\n');
    const broken = { uri: editor.uri('坏.fiscal'), year: 2024 };
    expect(await editor.request('fiscal/rollForward', broken)).toMatchObject({ name: '坏-2024', errors: 1 });
  });

  test('a page on a rule, a new report, a file of the library', async () => {
    const { markdown } = await editor.request<{ markdown: string }>('fiscal/rule', { rule: 'I0105' });
    expect(markdown).toMatch(/^# I0105 收入总计等于支出总计\n\n级别：错误\n/);
    expect(await editor.request('fiscal/rule', { rule: '本局01' })).toEqual({
      markdown: '# 本局01\n\n````fiscal\n规则 本局01 "项目不超过十" { 项目.档案数字化.执行 ≤ 10 }\n````',
    });
    expect(await editor.request('fiscal/rule', { rule: '没有' })).toEqual({ markdown: '' });
    expect(await editor.request('fiscal/templates')).toEqual({ templates: [...skeletonTemplates] });
    for (const asked of [
      { name: '某局', year: 2024 },
      { name: '某局', year: 2024, kind: '单位决算', template: '上海' } as const,
    ])
      expect(await editor.request('fiscal/skeleton', asked)).toEqual({ text: skeleton(asked) });
    const library = await editor.request<{ text: string }>('fiscal/libraryFile', {
      uri: 'fiscal-library:/四川.fiscal',
    });
    expect(library.text).toContain('模板 四川 {');
    expect(await editor.request('fiscal/libraryFile', { uri: 'fiscal-library:/没有' })).toEqual({
      text: null,
    });
  });
});

test('an editor without snippets gets plain words', async () => {
  const { items } = await ask<{ items: { label: string; textEdit: { newText: string } }[] }>(
    'textDocument/completion',
    {
      position: { line: 1, character: 0 },
    },
  );
  const block = items.find(({ label }) => label === '三公经费 …')!;
  expect(block.textEdit.newText).toMatch(/^三公经费 \{\n {2}因公出国（境）费 {16}未填 {2}预算 {7}未填/);
  expect(block.textEdit.newText).not.toContain('$');
});

test('the whole workspace is checked when that is asked for', async () => {
  const other = await Editor.start({
    '好.fiscal': report('收入 { 总计 3 }'),
    'sub/坏.fiscal': report('收入 { 事业收人 3 }'),
    '乱码.fiscal': new Uint8Array([0xb2, 0xbf, 0xc3, 0xc5]),
    '.隐藏/a.fiscal': report('收入 { 事业收人 3 }'),
  });
  const { files } = await other.ask<{ files: { uri: string; errors: number }[] }>('fiscal/checkWorkspace');
  expect(files.map(({ uri, errors }) => [uri, errors]).sort()).toEqual(
    [
      [other.uri('好.fiscal'), 0],
      [other.uri('sub/坏.fiscal'), 1],
    ].sort(),
  );
  const { diagnostics } = await other.publication(({ uri }) => uri === other.uri('sub/坏.fiscal'));
  expect(diagnostics.map(({ code }) => code)).toEqual(['Z010']);
  expect(other.complaints).toEqual([]);
  expect(await other.stop()).toBe(0);
});

test('the command line starts the same server', async () => {
  const program = join(import.meta.dirname, '../../cli/bin/fiscal.js');
  const other = await Editor.start({}, [program, 'lsp']);
  await other.open('a.fiscal', text);
  expect((await other.diagnostics('a.fiscal')).map(({ code }) => code)).toEqual(['Z014', 'I0103']);
  expect(other.capabilities).toEqual(editor.capabilities);
  expect(await other.stop()).toBe(0);
});

test('what a client sends before the server is loaded waits for it, in order', async () => {
  const process_ = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createMessageConnection(process_.stdout, process_.stdin);
  const published = new Promise((resolve) =>
    client.onNotification('textDocument/publishDiagnostics', (each: PublishDiagnosticsParams) => {
      if (each.version === 2) resolve(each.diagnostics);
    }),
  );
  client.listen();
  const uri = 'file:///a/a.fiscal';
  const initialized = client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  void client.sendNotification('initialized', {});
  void client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'fiscal', version: 1, text: '部门决算 甲局 2023 { 收入 { 总计 3 } }' },
  });
  void client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text }],
  });
  const symbols = client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  expect(await initialized).toMatchObject({ serverInfo: { name: 'fiscal' } });
  expect(await symbols).not.toEqual([]);
  expect(await published).toMatchObject([{ code: 'Z014' }, { code: 'I0103' }]);
  expect(await client.sendRequest('shutdown')).toBeNull();
  const ended = new Promise((resolve) => process_.once('exit', resolve));
  await client.sendNotification('exit');
  expect(await ended).toBe(0);
  client.dispose();
});

test('in a worker, without document and file system, it serves as well', async () => {
  const source = readFileSync(join(import.meta.dirname, '../dist/browser/server.js'), 'utf8');
  const files: Record<string, string> = {
    'memfs:/报告.fiscal': report('收入 { 总计 3 }'),
    'memfs:/上年.fiscal': '部门决算 示例市档案局 2022 { 收入 { 总计 2 } }',
  };
  const worker = new WorkerHost(source, (method, { uri }) => {
    const file = decodeURIComponent(uri);
    if (method === 'fiscal/fs/readDirectory')
      return { entries: Object.keys(files).map((name) => ({ uri: name, isFile: true, isDirectory: false })) };
    if (method === 'fiscal/fs/readFile') return { content: contentOf(files[file]) };
    return { node: files[file] === undefined ? null : { uri: file, isFile: true, isDirectory: false } };
  });
  await worker.request('initialize', {
    capabilities: {},
    processId: null,
    rootUri: 'memfs:/',
    workspaceFolders: [{ uri: 'memfs:/', name: '' }],
  });
  worker.notify('initialized', {});
  worker.notify('textDocument/didOpen', {
    textDocument: {
      uri: 'memfs:/新.fiscal',
      languageId: 'fiscal',
      version: 1,
      text: report('引用 上年 "上年.fiscal"\n收入 { 总计 3 上年 5 }'),
    },
  });
  const published = await worker.notified('textDocument/publishDiagnostics');
  expect(published).toMatchObject({ version: 1, diagnostics: [{ code: 'Y002' }] });
  const symbols = await worker.request<{ name: string }[]>('workspace/symbol', { query: '' });
  expect(symbols.map(({ name }) => name)).toContain('示例市档案局 2022');
});

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
}

/** What a browser gives a worker, and nothing else. */
class WorkerHost {
  private readonly scope: { onmessage?: (event: { data: Message }) => void };
  private readonly answers = new Map<number, (result: unknown) => void>();
  private readonly received: Message[] = [];
  private waiting: (() => void)[] = [];
  private last = 0;

  constructor(source: string, answer: (method: string, params: { uri: string }) => unknown) {
    const self: WorkerHost['scope'] & Record<string, unknown> = {
      postMessage: (message: Message) => this.receive(message, answer),
      addEventListener: () => undefined,
    };
    this.scope = self;
    const given = {
      console,
      performance,
      setTimeout,
      clearTimeout,
      queueMicrotask,
      URL,
      TextEncoder,
      TextDecoder,
      atob,
    };
    vm.runInNewContext(source, { self, ...given });
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    const id = ++this.last;
    const answer = new Promise<Result>((resolve) =>
      this.answers.set(id, resolve as (result: unknown) => void),
    );
    this.send({ id, method, params });
    return answer;
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  async notified(method: string): Promise<unknown> {
    for (;;) {
      const found = this.received.find((message) => message.method === method);
      if (found) return found.params;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  private send(message: Message): void {
    this.scope.onmessage!({ data: { jsonrpc: '2.0', ...message } as Message });
  }

  private receive(message: Message, answer: (method: string, params: { uri: string }) => unknown): void {
    const { id, method, params, result } = message;
    if (id !== undefined && method !== undefined)
      setTimeout(() => this.send({ id, result: answer(method, params as { uri: string }) }));
    else if (id !== undefined) this.answers.get(id)?.(result);
    else this.received.push(message);
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

function contentOf(text: string | undefined): string | null {
  return text === undefined ? null : Buffer.from(text).toString('base64');
}
