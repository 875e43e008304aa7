import { describe, expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { folderWith } from './command-line.js';

const report = (name: string, year: number) =>
  `部门决算 ${name} ${year} {\n  模板 四川\n  收入 {\n    总计 3.00\n  }\n}\n`;

describe('several reports', () => {
  test('lie in folders of their own', async () => {
    const folder = folderWith({ '甲局.fiscal': report('甲局', 2023), '乙局.fiscal': report('乙局', 2023) });
    const { code, stdout } = await folder.fiscalWith(
      { engine },
      'build',
      '甲局.fiscal',
      '乙局.fiscal',
      '-o',
      '站点',
      '--to',
      'html',
    );
    expect(code).toBe(0);
    expect(stdout).toBe('站点/甲局/甲局.html\n站点/乙局/乙局.html\n');
  });

  test('one that has errors, or cannot be read, keeps no other from being built', async () => {
    const folder = folderWith({
      '一/坏.fiscal': '部门决算 坏局 2023 { 模板 四川  收入 { 总计 3.00 上年 甲 } }\n',
      '一/好.fiscal': report('好局', 2023),
      '一/字节.fiscal': new Uint8Array([0xff, 0xfe, 0xff]),
    });
    const { code, stdout, stderr } = await folder.fiscalWith(
      { engine },
      'build',
      '一',
      '-o',
      '站点',
      '--to',
      'html',
    );
    expect(code).toBe(2);
    expect(stdout).toBe('站点/好/好.html\n');
    expect(stderr).toContain('一/坏.fiscal:1');
    expect(stderr).toContain('一/字节.fiscal');
  });

  test('what holds no report, or names no template, is passed over and told', async () => {
    const folder = folderWith({
      '规则.fiscal': '规则 本局01 "总计有界" { 收入.总计 < 9 }\n',
      '甲局.fiscal': report('甲局', 2023),
      '乙局.fiscal': '部门决算 乙局 2023 {\n}\n',
    });
    const { code, stdout, stderr } = await folder.fiscalWith(
      { engine },
      'build',
      '.',
      '-o',
      '站点',
      '--to',
      'html',
    );
    expect([code, stdout]).toEqual([0, '站点/甲局/甲局.html\n']);
    expect(stderr).toContain('文件里没有报告：规则.fiscal');
    expect(stderr).toContain('没有可生成的内容，报告里要用“模板”写明模板：乙局.fiscal');
  });

  test('two of one name: the second is not written over the first', async () => {
    const folder = folderWith({
      'a/甲局.fiscal': report('甲局', 2023),
      'b/甲局.fiscal': report('丙局', 2023),
    });
    const { code, stdout, stderr } = await folder.fiscalWith(
      { engine },
      'build',
      'a',
      'b',
      '-o',
      '站点',
      '--to',
      'html',
    );
    expect([code, stdout]).toEqual([2, '站点/甲局/甲局.html\n']);
    expect(stderr).toContain('已经有一份报告叫“甲局”，这一份没有写：b/甲局.fiscal');
  });

  test('nothing at all is no site', async () => {
    const folder = folderWith({ '规则.fiscal': '规则 本局01 "总计有界" { 收入.总计 < 9 }\n' });
    const { code, stderr } = await folder.fiscalWith({ engine }, 'build', '.', '-o', '站点', '--index');
    expect([code, stderr.split('\n').at(-2)]).toEqual([2, 'fiscal: 没有可以生成的报告']);
    expect(folder.list()).toEqual(['规则.fiscal']);
  });
});

describe('--index', () => {
  test('leads to every report in every format: the newest year, and the department before its units', async () => {
    const unit =
      '单位决算 示例馆 2023 {\n  模板 四川\n  公开时间 2024-09-18\n  收入 {\n    总计 3.00\n  }\n}\n';
    const folder = folderWith({
      '上年.fiscal': report('示例局', 2022),
      '下级.fiscal': unit,
      '总.fiscal': report('示例局', 2023).replace('收入', '引用 单位 "下级.fiscal"\n  收入'),
    });
    const { code } = await folder.fiscalWith(
      { engine },
      ...['build', '.', '-o', '站点', '--to', 'html，csv', '--index', '--quiet', '--force'],
    );
    expect(code).toBe(0);
    const index = folder.read('站点/index.html');
    expect(linesOf(index)).toEqual([
      '公开目录',
      '示例局2023年度部门决算',
      ...['HTML', 'CSV'].map((format) => expect.stringMatching(`^${format}（\\d+ KB）$`)),
      '示例馆2023年度单位决算',
      '2024-09-18 公开',
      ...['HTML', 'CSV'].map((format) => expect.stringMatching(`^${format}（\\d+ KB）$`)),
      '示例局2022年度部门决算',
      ...['HTML', 'CSV'].map((format) => expect.stringMatching(`^${format}（\\d+ KB）$`)),
    ]);
    const links = [...index.matchAll(/href="([^"]+)"/g)].map(([, href]) => decodeURIComponent(href!));
    expect(links).toHaveLength(6);
    for (const link of links) expect(folder.list()).toContain(`站点/${link}`);
  });

  test('escapes what names hold, and is the same twice', async () => {
    const folder = folderWith({ 'a#b?.fiscal': report('甲<b>局', 2023).replace('甲<b>局', '"甲<b>局"') });
    const build = () =>
      folder.fiscalWith(
        { engine },
        'build',
        'a#b?.fiscal',
        '-o',
        '站点',
        '--to',
        'html',
        '--index',
        '--force',
      );
    await build();
    const first = folder.read('站点/index.html');
    expect(first).not.toContain('<b>');
    await build();
    expect(folder.read('站点/index.html')).toBe(first);
  });

  test('watching is for one report', async () => {
    const folder = folderWith({ 'a.fiscal': report('甲局', 2023) });
    const { code, stderr } = await folder.fiscalWith(
      { engine },
      'build',
      'a.fiscal',
      '-o',
      'x',
      '--index',
      '--watch',
    );
    expect([code, stderr]).toEqual([2, 'fiscal: build --watch 一次看一个 .fiscal 文件\n']);
  });
});

/** The words of a page, a line each. */
function linesOf(html: string): string[] {
  const [, body = ''] = /<main>([^]*)<\/main>/.exec(html) ?? [];
  return body
    .replace(/<[^>]*>/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
