import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { folderWith } from './command-line.js';

// A program that waits for changes is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const program = join(
  import.meta.dirname,
  '../bin',
  process.env['FISCAL_CLI'] === 'bundle' ? 'fiscal.js' : 'unbundled.js',
);

const report = (total: string) => `部门决算 某局 2024 {
  模板 四川
  收入 {
    事业收入                        1.00
    总计                            ${total}
  }
}
`;

/** The program at work: what it said, run by run. */
function watching(files: Record<string, string>, ...argv: string[]) {
  const { cwd, list } = folderWith(files);
  const child = spawn(process.execPath, [program, ...argv], { cwd });
  onTestFinished(() => void child.kill());
  let [said, end] = ['', 0];
  let wake = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      wake();
    });
  const told = '等待改动（Ctrl+C 结束）\n';
  /** Waits for the end of the next run, and answers what that said. */
  const next = async (): Promise<string> => {
    while (said.indexOf(told, end) < 0) await new Promise<void>((resolve) => (wake = resolve));
    const start = end;
    end = said.indexOf(told, end) + told.length;
    return said.slice(start, end - told.length);
  };
  /** Runs until one says that: a program that saves twice may be noticed twice. */
  const until = async (text: string): Promise<string> => {
    for (;;) {
      const one = await next();
      if (one.includes(text)) return one;
    }
  };
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  };
  return { cwd, list, next, until, write, child };
}

test('check: whatever is saved, added, taken away, or stands in a file that is named or in the project', async () => {
  const { cwd, next, until, write } = watching(
    { '报告/甲.fiscal': report('1.00') },
    'check',
    '报告',
    '--watch',
  );
  expect(await next()).toContain('1 个文件：0 个错误');
  write('报告/甲.fiscal', report('2.00'));
  await until('甲.fiscal:5:');
  write('报告/里面/乙.fiscal', report('3.00'));
  await until('2 个文件：2 个错误');
  write('报告/里面/乙.fiscal', report('1.00').replace('模板 四川', '引用 上年 "../../去年/乙.fiscal"'));
  await until('找不到文件「../../去年/乙.fiscal」');
  rmSync(join(cwd, '报告/里面/乙.fiscal'));
  await until('1 个文件：1 个错误');
  write('fiscal.json', '{ "规则": { "I0103": { "级别": "不查", "原因": "试用" } } }');
  await until('1 个文件：0 个错误');
  rmSync(join(cwd, '报告/甲.fiscal'));
  await until('文件夹里没有 .fiscal 文件：报告');
  write('报告/甲.fiscal', report('1.00'));
  await until('1 个文件：0 个错误');
});

test('each run stands apart from the one before', async () => {
  const { next, write } = watching({ '甲.fiscal': report('1.00') }, 'check', '甲.fiscal', '--watch');
  expect(await next()).toContain('1 个文件：0 个错误');
  write('甲.fiscal', report('2.00'));
  expect(await next()).toMatch(/\n──── \d\d:\d\d:\d\d 有改动 ────\n/);
});

test.each([
  [['check', '--watch'], '缺少参数：文件。用 fiscal --help 查看用法。'],
  [['check', '-', '--watch'], '--watch 不能和 - 一起用'],
  [['check', '--staged', '--watch'], '--watch 不能和 --staged 一起用'],
  [['check', 'a', '--watch', '--write-baseline', 'b'], '--watch 不能和 --write-baseline 一起用'],
  [['build', 'a', '-o', 'b', '--port', '1'], '--port 要和 --watch 一起用'],
  [['build', 'a', '-o', 'b', '--watch', '--port', '70000'], '不能用端口 70000：端口要在 0 到 65535 之间'],
])('%j', async (argv, message) => {
  const { fiscal } = folderWith({});
  expect(await fiscal(...argv)).toEqual({ code: 2, stdout: '', stderr: `fiscal: ${message}\n` });
});

test('a port that somebody else has', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const { fiscal } = folderWith({});
  expect(await fiscal('build', 'a', '-o', 'b', '--watch', '--port', String(port))).toMatchObject({
    code: 2,
    stderr: `fiscal: 不能用端口 ${port}：正被其他程序使用\n`,
  });
});

/** What is told to a page as it happens, message by message. */
async function* eventsAt(address: string): AsyncGenerator<string> {
  const { body } = await fetch(address);
  let text = '';
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield JSON.parse(text.slice('data: '.length, end)) as string;
      text = text.slice(end + 2);
    }
  }
}

test('build: a page of this machine that shows the report as it is saved', async () => {
  const { next, until, write, list } = watching(
    { '甲.fiscal': report('1.00') },
    ...['build', '甲.fiscal', '-o', '成文', '--watch', '--to', 'markdown'],
  );
  const first = await next();
  const [, address] = /在浏览器里看：(http:\/\/127\.0\.0\.1:\d+\/)/.exec(first)!;
  expect(list()).toContain('成文/甲.md');
  expect(list()).not.toContain('成文/甲.html');
  const page = async (path = '') => (await fetch(`${address}${path}`)).text();
  expect(await page()).toContain('<iframe src="/report"');
  expect(await page('report')).toMatch(/>1\.00</);

  const events = eventsAt(`${address}events`);
  /** One that is saved in two steps may be told in two. */
  const eventUntil = async (notice: string) => {
    while ((await events.next()).value !== notice);
  };
  await eventUntil('');
  write('甲.fiscal', report('7.00'));
  await until('有 1 个错误，没有生成');
  await eventUntil('现在的文件有错误，没有生成；下面是上一次生成的');
  expect(await page('report')).toMatch(/>1\.00</);
  write('甲.fiscal', report('8.00').replace('1.00', '8.00'));
  await until('写入');
  await eventUntil('');
  expect(await page('report')).toMatch(/>8\.00</);
});

test('the page is for this machine alone, and for nobody who comes under another name', async () => {
  const { next } = watching({ '甲.fiscal': report('1.00') }, 'build', '甲.fiscal', '-o', '成文', '--watch');
  const { port } = new URL(/http:\S+/.exec(await next())![0]);
  const ask = (host: string, path: string, method = 'GET') =>
    new Promise<number>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode!);
      });
      asked.on('error', reject).end();
    });
  expect(await ask(`127.0.0.1:${port}`, '/')).toBe(200);
  expect(await ask(`localhost:${port}`, '/report')).toBe(200);
  expect(await ask(`example.org:${port}`, '/report')).toBe(403);
  expect(await ask(`127.0.0.1:${port}`, '/report', 'POST')).toBe(403);
  expect(await ask(`127.0.0.1:${port}`, '/../a.fiscal')).toBe(404);
});
