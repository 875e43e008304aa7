import { examineReports, messageOf } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { baselineText, compareWithBaseline, type Naming, readBaseline } from '../src/project.js';
import { load } from '../src/index.js';

const uri = 'file:///甲.fiscal';

function found(text: string, say: Naming['messageOf'] = messageOf) {
  const { findings } = examineReports(load([{ uri, text }], { read: () => undefined }));
  const lines = text.split('\n');
  return { findings, naming: { nameOf: () => '甲.fiscal', messageOf: say, linesOf: () => lines } };
}

/** What a report says anew, with the findings of another one let be. */
function fresh(before: string, now: string, say?: Naming['messageOf']): string[] {
  const old = found(before);
  const entries = readBaseline(baselineText(old.findings, old.naming))!;
  const { findings, naming } = found(now, say);
  return compareWithBaseline(findings, entries, naming).fresh.map(({ rule }) => rule);
}

const report = (more: string) => `部门决算 某局 2023 {
  政府采购 5.00 { 货物 3.00 }
  机关运行经费  234.94  上年  163.77
  ${more}
}
`;

describe('a finding is known by its rule, its subject and its place', () => {
  test('with other figures, at another place of the file', () => {
    const now = report('')
      .replace('3.00', '2.00')
      .replace('234.94', '230.00')
      .replace('  政府', '\n\n  政府');
    expect(found(now).findings.length).toBeGreaterThan(0);
    expect(fresh(report(''), now)).toEqual([]);
  });

  test('in other words', () => {
    expect(fresh(report(''), report(''), () => '换了说法')).toEqual([]);
  });

  test('the same rule of another subject, or once more, is new', () => {
    expect(fresh(report(''), report('三公经费 7.00 { 公务接待费 3.00 }'))).toEqual([
      expect.stringMatching(/^I130/),
    ]);
    expect(fresh(report('采购甲 1'), report('采购乙 1'))).toEqual(['Z010']);
  });
});
