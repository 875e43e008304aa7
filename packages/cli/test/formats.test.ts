import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { folderWith } from './command-line.js';

const sarifSchema = createRequire(import.meta.url)('schemastore/schemas/json/sarif-2.1.0.json');

function expectSarif(log: unknown): void {
  // One pattern of the schema is none under the u flag.
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  const validate = addFormats.default(ajv, ['uri', 'uri-reference', 'date-time']).compile(sarifSchema);
  expect(validate(log) ? [] : validate.errors).toEqual([]);
}

test('sarif follows its schema, with places, related places and rules', async () => {
  const { fiscal, cwd } = folderWith({ '报告 甲.fiscal': '错\n和 疑' });
  const { code, stdout } = await fiscal('check', '报告 甲.fiscal', '--format', 'sarif');
  const log = JSON.parse(stdout);
  expectSarif(log);
  expect(code).toBe(1);
  expect(stdout).not.toContain(cwd);
  const { tool, results, columnKind } = log.runs[0];
  expect(columnKind).toBe('utf16CodeUnits');
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['E1', 'S1', 'W1']);
  expect(results.map(({ ruleId, level }: Record<string, string>) => [ruleId, level])).toEqual([
    ['E1', 'error'],
    ['S1', 'error'],
    ['W1', 'warning'],
  ]);
  expect(results[2].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: '%E6%8A%A5%E5%91%8A%20%E7%94%B2.fiscal', uriBaseId: 'SRCROOT' },
    region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 4 },
  });
});

test('a fingerprint outlives lines that are added above, and tells like findings apart', async () => {
  const prints = async (text: string) => {
    const { fiscal } = folderWith({ 'a.fiscal': text });
    const { stdout } = await fiscal('check', 'a.fiscal', '--format', 'sarif');
    return JSON.parse(stdout).runs[0].results.map(
      ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) =>
        partialFingerprints['fiscalFinding/v1'],
    );
  };
  const [first, second] = await prints('错\n错');
  expect(first).not.toBe(second);
  expect(await prints('\n\n错\n错')).toEqual([first, second]);
});

test('github: workflow commands with escaped properties and messages', async () => {
  const { fiscal } = folderWith({ 'a,b.fiscal': '错 尾', 'c.fiscal': '引100%.fiscal' });
  const { stdout } = await fiscal('check', 'a,b.fiscal', 'c.fiscal', '--format', 'github');
  expect(stdout).toBe(
    '::error file=a%2Cb.fiscal,line=1,endLine=1,col=1,endColumn=2,title=E1::写错了\n' +
      '::notice file=a%2Cb.fiscal,line=1,endLine=1,col=3,endColumn=4,title=T1::T1 的说法\n' +
      '::error file=c.fiscal,line=1,endLine=1,col=1,endColumn=1,title=M1::没有 100%25.fiscal\n',
  );
});

test('junit: a suite for each file, a clean one passes; what XML cannot hold is replaced', async () => {
  const { fiscal } = folderWith({ 'a<&>.fiscal': '疑 尾', 'b.fiscal': '', 'c.fiscal': '引"\u0001<' });
  const { stdout } = await fiscal('check', '.', '--format', 'junit');
  expect(stdout).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="fiscal">
  <testsuite name="a&lt;&amp;&gt;.fiscal" tests="1" failures="1">
    <testcase classname="a&lt;&amp;&gt;.fiscal" name="W1 a&lt;&amp;&gt;.fiscal:1:1">
      <failure type="W1" message="可疑">a&lt;&amp;&gt;.fiscal:1:1
可疑</failure>
    </testcase>
  </testsuite>
  <testsuite name="b.fiscal" tests="1" failures="0">
    <testcase classname="b.fiscal" name="b.fiscal"/>
  </testsuite>
  <testsuite name="c.fiscal" tests="1" failures="1">
    <testcase classname="c.fiscal" name="M1 c.fiscal:1:1">
      <failure type="M1" message="没有 &quot;\uFFFD&lt;">c.fiscal:1:1
没有 "\uFFFD&lt;</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('markdown: a table of what is wrong, the rest folded; nothing typed is read as markup', async () => {
  const { fiscal } = folderWith({ 'a|b.fiscal': '疑\n尾', 'c.fiscal': '引<img>|*`_' });
  const { stdout } = await fiscal('check', '.', '--format', 'markdown');
  expect(stdout).toBe(`### 决算报告检查

2 个文件：1 个错误，1 个警告，1 条尾差说明，0 项未检查

| 位置 | 级别 | 规则 | 内容 |
|---|---|---|---|
| a\\|b.fiscal:1:1 | 警告 | W1 | 可疑 |
| c.fiscal:1:1 | 错误 | M1 | 没有 &lt;img&gt;\\|\\*\\\`\\_ |

<details>
<summary>尾差、未检查等 1 条说明</summary>

| 位置 | 级别 | 规则 | 内容 |
|---|---|---|---|
| a\\|b.fiscal:2:1 | 提示 | T1 | T1 的说法 |

</details>
`);
});

test('statistics: each rule with its number, most often first, as text or json', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': '错 疑 疑\n尾' });
  const { stdout } = await fiscal('check', 'a.fiscal', '--statistics');
  expect(stdout).toBe(`2  W1  警告
1  E1  错误
1  T1  提示
1 个文件：1 个错误，2 个警告，1 条尾差说明，0 项未检查
`);
  const json = await fiscal('check', 'a.fiscal', '--statistics', '--format', 'json');
  expect(JSON.parse(json.stdout)[0]).toEqual({ rule: 'W1', severity: 'warning', title: '', count: 2 });
});

test('max-warnings: so many warnings may stay; an error may not', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': '疑 疑', 'b.fiscal': '错' });
  expect((await fiscal('check', 'a.fiscal', '--max-warnings', '2')).code).toBe(0);
  expect((await fiscal('check', 'a.fiscal', '--max-warnings', '1')).code).toBe(1);
  expect((await fiscal('check', 'b.fiscal', '--max-warnings', '9')).code).toBe(1);
  expect((await fiscal('check', 'a.fiscal', '--max-warnings', '-1')).code).toBe(2);
});

test('fix: mends what needs no asking, writes only files that change, then checks', async () => {
  const { fiscal, read } = folderWith({ 'a.fiscal': '\ufeff截止 疑', 'b.fiscal': '清楚' });
  const { code, stdout } = await fiscal('check', '.', '--fix');
  expect(read('a.fiscal')).toBe('\ufeff截至 疑');
  expect(read('b.fiscal')).toBe('清楚');
  expect(stdout).toContain('已修正 1 处有把握的问题\n');
  expect(code).toBe(1);
});

/** Everything that steers a terminal or reorders what is read, in a file's name and in its text. */
const steering = '\u0007\u001b[31m\u001b]0;x\u0007\u007f\u009b2J\u061c\u200e\u202e\u2066\u2028\r';

test.each([
  ['check', 'text'],
  ['check', 'json'],
  ['check', 'sarif'],
  ['check', 'github'],
  ['check', 'junit'],
  ['check', 'markdown'],
  ['check --no-suppress', 'text'],
  ['check --statistics', 'json'],
  ['facts', 'csv'],
  ['facts', 'json'],
  ['suppressions', 'text'],
  ['suppressions', 'json'],
])('%s --format %s: nothing that was typed steers who reads it', async (command, format) => {
  const typed = `a${steering.replaceAll('\r', '')}.fiscal`;
  const text = `部门决算 某局 2023 {
  引用 上年 "没有${steering}.fiscal"
  机关运行经费 -3.00 { 忽略 I1303 "冲销${steering.replace('\r', '')}" 说明 "甲${steering}乙XX" }
  "项${steering.replace('\r', '')}目" 1
}`;
  const { fiscalWith } = folderWith({ [typed]: text });
  const [name, ...flags] = command.split(' ');
  const { code, stdout, stderr } = await fiscalWith({ engine }, name!, typed, ...flags, '--format', format);
  expect(code).toBeLessThan(2);
  for (const output of [stdout, stderr])
    expect(output.replaceAll('\r\n', '\n')).not.toMatch(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
    );
  if (format === 'json' && command === 'check') {
    const uris = (JSON.parse(stdout) as { uri: string }[]).map(({ uri }) => decodeURIComponent(uri));
    expect(uris[0]).toContain(typed);
  }
});

describe('what the author accepts is told in every format', () => {
  const source = `部门决算 某局 2023 {
  收入 {
    上级补助收入 -1.20
    事业收入 -3.00 { 忽略 I1303 "退回|多拨的补助" 至 2025-12-31 }
  }
}
`;
  const printed = async (...flags: string[]) => {
    const { fiscalWith } = folderWith({ 'a.fiscal': source });
    return fiscalWith({ engine }, 'check', 'a.fiscal', ...flags);
  };
  const words = '已忽略：退回|多拨的补助（至 2025-12-31）';
  const more = '另有 1 条已忽略，加 --no-suppress 列出；全部忽略和原因见 fiscal suppressions';

  test('text: how many; with --no-suppress each, with the reason, until when, and where that stands', async () => {
    expect((await printed()).stdout).toMatch(new RegExp(`^${more}$`, 'm'));
    const { stdout, code } = await printed('--no-suppress', '--min-severity', 'warning');
    expect(stdout).toContain(`    ${words}  a.fiscal:4:18\n`);
    expect(stdout.match(/警告 I1303/g)).toHaveLength(2);
    expect(stdout).not.toContain('另有 1 条已忽略');
    expect(code).toBe(1);
  });

  test('json: the finding with its suppression, last', async () => {
    const suppression = {
      reason: '退回|多拨的补助',
      until: '2025-12-31',
      uri: expect.stringMatching(/a\.fiscal$/),
    };
    for (const flags of [[], ['--no-suppress']]) {
      const told = JSON.parse((await printed('--format', 'json', ...flags)).stdout);
      const [open, accepted, ...others] = told.filter(({ rule }: { rule: string }) => rule === 'I1303');
      expect(others).toEqual([]);
      expect(open).not.toHaveProperty('suppression');
      expect(accepted).toMatchObject({ range: { start: { line: 3 } }, suppression });
    }
  });

  test('sarif: suppressions as the standard has them', async () => {
    const log = JSON.parse((await printed('--format', 'sarif')).stdout);
    expectSarif(log);
    const results = log.runs[0].results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'I1303');
    expect(results.map((result: { suppressions: unknown }) => result.suppressions)).toEqual([
      [],
      [
        {
          kind: 'inSource',
          status: 'accepted',
          justification: '退回|多拨的补助',
          location: {
            physicalLocation: expect.objectContaining({ region: expect.objectContaining({ startLine: 4 }) }),
          },
          properties: { until: '2025-12-31' },
        },
      ],
    ]);
  });

  test('markdown: a table of its own', async () => {
    const { stdout } = await printed('--format', 'markdown');
    expect(stdout).toContain('<summary>已忽略 1 条</summary>');
    expect(stdout).toMatch(/^\| a\.fiscal:4:10 \| I1303 \| .* \| 退回\\\|多拨的补助 \| 2025-12-31 \|$/m);
    expect((await printed('--format', 'markdown', '--no-suppress')).stdout).toContain(
      '（已忽略：退回\\|多拨的补助（至 2025-12-31））',
    );
  });

  test('junit: skipped; github: one notice', async () => {
    const junit = (await printed('--format', 'junit')).stdout;
    expect(junit).toContain(' tests="2" failures="1" skipped="1">');
    expect(junit).toContain(`      <skipped message="${words}&#10;`);
    const github = (await printed('--format', 'github')).stdout;
    expect(github.trimEnd().split('\n').at(-1)).toBe(`::notice::${more}`);
  });

  test('a lower severity that is not to be told is not told here either', async () => {
    const { stdout } = await printed('--min-severity', 'error', '--format', 'json');
    expect(stdout).toBe('[]\n');
  });
});
