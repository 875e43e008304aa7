import { expect, test } from 'vitest';
import { folderWith } from './command-line.js';
import { listedFacts } from './pretend-engine.js';

const report = '部门决算 某局 2023 { 未填 }\n';

test('JSON: every fact, values as exact strings', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': report });
  const { code, stdout } = await fiscal('facts', 'a.fiscal');
  expect(code).toBe(0);
  const listed = JSON.parse(stdout);
  expect(listed).toHaveLength(listedFacts.length);
  expect(listed[1]).toMatchObject({
    path: '收入.调整',
    value: '-0.10',
    unit: '万元',
    state: 'derived',
    rule: 'C001',
  });
  expect(listed[2]).toMatchObject({ value: null, state: 'unfilled', origin: null });
});

test('CSV: byte order mark, CRLF, quotes; formulas made harmless, negative figures left alone', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': report });
  expect((await fiscal('facts', 'a.fiscal', '--format', 'csv')).stdout).toBe(
    [
      '\ufeff路径,名称,数值,单位,状态,规则,位置',
      '收入.总计,收入总计,3650.36,万元,写明,,',
      `收入.调整,"'=HYPERLINK(""x"")",-0.10,万元,推算,C001,`,
      '收入.捐赠,"捐赠, ""其他""",,万元,未填,,',
      '',
    ].join('\r\n'),
  );
});

test('a file with errors: what is known is listed, and that it may be incomplete', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': `${report}错` });
  const { code, stdout, stderr } = await fiscal('facts', 'a.fiscal');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toHaveLength(3);
  expect(stderr).toBe('文件里有 1 个错误，列出的数字可能不全。详见 fiscal check。\n');
});

test('a file without a report', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': '模板' });
  expect(await fiscal('facts', 'a.fiscal')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'fiscal: 文件里没有报告：a.fiscal\n',
  });
});
