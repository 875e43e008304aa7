import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotPrint } from '@fiscal/report';
import type { Publication } from '@fiscal/report/publications';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine.js';
import { folderWith } from './command-line.js';
import { pretendEngine } from './pretend-engine.js';

const clean = '部门决算 某局 2023 {}\n';

/** Makes the formats of these names otherwise. */
function making(made: Record<string, Publication['make']>): Engine {
  const publications = pretendEngine.publications.map((format) => ({
    ...format,
    make: made[format.name] ?? format.make,
  }));
  return { ...pretendEngine, publications };
}

test('writes Markdown, HTML and figures, and says what was written', async () => {
  const folder = folderWith({ '某局-2023.fiscal': clean });
  expect(await folder.fiscal('build', '某局-2023.fiscal', '-o', '公开/2023')).toEqual({
    code: 0,
    stdout: '公开/2023/figures/图1.svg\n公开/2023/某局-2023.md\n公开/2023/某局-2023.html\n',
    stderr: '读取 某局-2023.fiscal\n检查并编排\n生成\n写入 3 个文件\n',
  });
  expect(folder.list()).toEqual([
    '公开/2023/figures/图1.svg',
    '公开/2023/某局-2023.html',
    '公开/2023/某局-2023.md',
    '某局-2023.fiscal',
  ]);
  expect(folder.read('公开/2023/某局-2023.md')).toBe('# 报告\n');
  expect(folder.read('公开/2023/figures/图1.svg')).toBe('<svg/>');
});

test('--to chooses formats; HTML alone needs no figures', async () => {
  const folder = folderWith({ 'a.fiscal': clean });
  await folder.fiscal('build', 'a.fiscal', '-o', 'out', '--to', 'html');
  expect(folder.list()).toEqual(['a.fiscal', 'out/a.html']);
  await folder.fiscal('build', 'a.fiscal', '-o', 'two', '--to', 'markdown，html');
  expect(folder.list()).toContain('two/a.md');
});

describe('a format that joins the list', () => {
  const workbook = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0xff, 0x00]);
  const pretend: Publication = {
    name: 'pretend',
    title: '假想格式',
    remark: '只为试验',
    extension: 'ptd',
    beside: 'data/*.bin',
    make: async ({ title }) => ({ content: workbook, beside: new Map([['data/1.bin', title]]) }),
  };
  const engine = { ...pretendEngine, publications: [...pretendEngine.publications, pretend] };

  test('is written, bytes as they are', async () => {
    const folder = folderWith({ 'a.fiscal': clean });
    const { code, stdout } = await folder.fiscalWith({ engine }, 'build', 'a.fiscal', '-o', 'out');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'out/figures/图1.svg\nout/a.md\nout/a.html\nout/data/1.bin\nout/a.ptd\n',
    });
    expect(new Uint8Array(readFileSync(join(folder.cwd, 'out/a.ptd')))).toEqual(workbook);
    expect(folder.read('out/data/1.bin')).toMatch(/a\.fiscal$/);
  });

  test('can be chosen', async () => {
    const folder = folderWith({ 'a.fiscal': clean });
    await folder.fiscalWith({ engine }, 'build', 'a.fiscal', '-o', 'out', '--to', 'pretend');
    expect(folder.list()).toEqual(['a.fiscal', 'out/a.ptd', 'out/data/1.bin']);
    const wrong = await folder.fiscalWith({ engine }, 'build', 'a.fiscal', '-o', 'out', '--to', 'pdf');
    expect(wrong.stderr).toBe('fiscal: --to 不能是“pdf”，可以是：markdown、html、pretend\n');
  });

  test('is told of by the help', async () => {
    const { stdout } = await folderWith({}).fiscalWith({ engine }, 'build', '--help');
    expect(stdout).toContain('生成报告：Markdown（图为 SVG 文件）、HTML（单个文件）、假想格式（只为试验）\n');
    expect(stdout).toContain('生成哪些格式，逗号分隔：markdown,html,pretend；默认 markdown,html,pretend\n');
    expect(stdout).toContain(
      '写入 <文件夹>/<文件名>.md、<文件夹>/<文件名>.html、<文件夹>/<文件名>.ptd、<文件夹>/figures/*.svg、<文件夹>/data/*.bin。\n',
    );
  });
});

test('a machine without a browser prints no PDF, and says what to do', async () => {
  const folder = folderWith({ 'a.fiscal': clean });
  const engine = making({ html: () => Promise.reject(new CannotPrint('no-browser')) });
  const { code, stderr } = await folder.fiscalWith({ engine }, 'build', 'a.fiscal', '-o', 'out', '--quiet');
  expect(code).toBe(2);
  expect(stderr).toMatch(/^fiscal: 印 PDF 要用浏览器.*--browser.*\n$/);
  expect(folder.list()).toEqual(['a.fiscal']);
});

test('--quiet: no progress', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': clean });
  expect((await fiscal('build', 'a.fiscal', '-o', 'out', '--quiet')).stderr).toBe('');
});

test('errors refuse the build and are shown; nothing is written', async () => {
  const folder = folderWith({ 'a.fiscal': `${clean}错 疑 尾` });
  const { code, stdout, stderr } = await folder.fiscal('build', 'a.fiscal', '-o', 'out', '--quiet');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe(`a.fiscal:2:1 错误 E1 写错了
    2 | 错 疑 尾
      | ^^

a.fiscal:2:3 警告 W1 可疑
    2 | 错 疑 尾
      |    ^^

有 1 个错误，没有生成。改正后再来，或加 --force 照样生成。
`);
  expect(folder.list()).toEqual(['a.fiscal']);
});

test('--force builds in spite of errors', async () => {
  const folder = folderWith({ 'a.fiscal': `${clean}错` });
  const { code, stderr } = await folder.fiscal('build', 'a.fiscal', '-o', 'out', '--force', '--quiet');
  expect(code).toBe(0);
  expect(stderr).toContain('有 1 个错误，因 --force 照样生成。\n');
  expect(folder.list()).toContain('out/a.html');
});

test('warnings do not refuse the build', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': `${clean}疑` });
  expect((await fiscal('build', 'a.fiscal', '-o', 'out')).code).toBe(0);
});

test('a file without a report cannot be built', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': '模板' });
  expect(await fiscal('build', 'a.fiscal', '-o', 'out', '--quiet')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'fiscal: 文件里没有报告：a.fiscal\n',
  });
});

test('a report that makes an empty document, for want of a template, is not written', async () => {
  const folder = folderWith({ 'a.fiscal': clean });
  const document = { title: '', language: 'zh-CN', blocks: [] };
  const publishing = await pretendEngine.publishing();
  const engine: Engine = {
    ...pretendEngine,
    publishing: async () => ({ ...publishing, compose: () => ({ document, findings: [] }) }),
  };
  const { code, stderr } = await folder.fiscalWith({ engine }, 'build', 'a.fiscal', '-o', 'out', '--quiet');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'fiscal: 没有可生成的内容，报告里要用“模板”写明模板：a.fiscal\n',
  });
  expect(folder.list()).toEqual(['a.fiscal']);
});

test('built twice: the same bytes, no temporary file left', async () => {
  const folder = folderWith({ 'a.fiscal': clean });
  await folder.fiscal('build', 'a.fiscal', '-o', 'out');
  const once = folder.read('out/a.html');
  await folder.fiscal('build', 'a.fiscal', '-o', 'out');
  expect(folder.read('out/a.html')).toBe(once);
  expect(folder.list()).toHaveLength(4);
});

test('a renderer that fails leaves the earlier files as they were', async () => {
  const folder = folderWith({ 'a.fiscal': clean });
  await folder.fiscal('build', 'a.fiscal', '-o', 'out');
  const engine = making({
    markdown: async () => ({ content: 'new' }),
    html: () => Promise.reject(new Error('defect')),
  });
  await expect(folder.fiscalWith({ engine }, 'build', 'a.fiscal', '-o', 'out')).rejects.toThrow('defect');
  expect(folder.read('out/a.md')).toBe('# 报告\n');
  expect(folder.list()).toHaveLength(4);
});

test('a file that cannot be written is named; none of the others is, and no temporary file is left', async () => {
  const folder = folderWith({ 'a.fiscal': clean, 'out/a.html/x': '' });
  const { code, stderr } = await folder.fiscal('build', 'a.fiscal', '-o', 'out', '--quiet');
  expect({ code, stderr }).toEqual({ code: 2, stderr: 'fiscal: 写不了 out/a.html：是文件夹\n' });
  expect(folder.list()).toEqual(['a.fiscal', 'out/a.html/x']);
});

test.each(['out', 'out/deeper', 'out/a'])(
  'the output folder %s is a file or lies below one',
  async (output) => {
    const { fiscal } = folderWith({ 'a.fiscal': clean, out: '' });
    const { code, stderr } = await fiscal('build', 'a.fiscal', '-o', output, '--quiet');
    expect(code).toBe(2);
    expect(stderr).toBe(
      output === 'out'
        ? 'fiscal: 要写入的文件夹已经是一个文件：out\n'
        : `fiscal: 写不了 ${output}：路径中有一段不是文件夹\n`,
    );
  },
);

test('names of what stands beside a report cannot leave the folder', async () => {
  const folder = folderWith({ 'd/a.fiscal': clean });
  const beside = new Map([
    ['../../evil.svg', '1'],
    ['figures/..', '2'],
    ['/etc/x:y.svg', '3'],
    ['figures\\..\\back.svg', '4'],
  ]);
  const engine = making({ markdown: async () => ({ content: '', beside }) });
  await folder.fiscalWith({ engine }, 'build', 'd/a.fiscal', '-o', 'd/out', '--to', 'markdown');
  expect(folder.list()).toEqual([
    'd/a.fiscal',
    'd/out/_/_/evil.svg',
    'd/out/_/etc/x_y.svg',
    'd/out/a.md',
    'd/out/figures/_',
    'd/out/figures_.._back.svg',
  ]);
});

test('symbolic links do not lead out of the folder', async () => {
  const folder = folderWith({ 'a.fiscal': clean, 'elsewhere/x': '', 'one/x': '', 'two/x': '' });
  symlinkSync(join(folder.cwd, 'elsewhere'), join(folder.cwd, 'one/figures'));
  writeFileSync(join(folder.cwd, 'elsewhere/a.md'), 'keep');
  symlinkSync(join(folder.cwd, 'elsewhere/a.md'), join(folder.cwd, 'two/a.md'));
  for (const output of ['one', 'two']) {
    const { code, stderr } = await folder.fiscal('build', 'a.fiscal', '-o', output, '--quiet');
    expect(code).toBe(2);
    expect(stderr).toContain('不写到输出文件夹之外');
  }
  expect(folder.read('elsewhere/a.md')).toBe('keep');
});
