import { Defects, examineReports, type Finding, type Report, startOf } from '@fiscal/core';
import { load, type Source } from '@fiscal/language';
import { expect, test } from 'vitest';

const host = { read: () => undefined };
const report = (name: string) => `部门决算 ${name} 2023 { 收入 { 事业收入 1.00 总计 9.00 } }`;
const uriOf = (name: string) => `file:///reports/${name}.fiscal`;
const sourceOf = (name: string): Source => ({ uri: uriOf(name), text: report(name) });

/** Each finding's file and rule. */
const placed = (findings: Finding[]) =>
  findings.map(({ rule, origin: { uri } }) => `${uri.replace(/^.*\//, '')} ${rule}`);

test('a file that cannot be lowered keeps no other from being checked', () => {
  const unreadable = new Proxy({}, { get: () => fail('树坏了') }) as never;
  const sources = [sourceOf('甲'), { uri: uriOf('乙'), text: '', parsed: unreadable }, sourceOf('丙')];
  expect(() => load(sources, host)).toThrow('树坏了');
  const defects = new Defects();
  const workspace = load(sources, host, undefined, defects.contain);
  const found = examineReports(workspace, undefined, { contain: defects.contain }).findings;
  expect(placed(found)).toEqual(['甲.fiscal I0103', '丙.fiscal I0103']);
  expect(placed(defects.findings())).toEqual(['乙.fiscal Z028']);
});

test('a check that fails keeps none of the other checks of its report from speaking', () => {
  const defects = new Defects();
  const workspace = load([sourceOf('甲'), sourceOf('乙')], host, undefined, defects.contain);
  const more = ({ uri }: Report) => (uri === uriOf('乙') ? fail('编排坏了') : []);
  expect(() => examineReports(workspace, more)).toThrow('编排坏了');
  const found = examineReports(workspace, more, { contain: defects.contain }).findings;
  expect(placed(found).sort()).toEqual(['乙.fiscal I0103', '甲.fiscal I0103']);
  const [defect] = defects.findings();
  // At the name of the report.
  expect(defect).toMatchObject({ rule: 'Z028', severity: 'error', origin: { uri: uriOf('乙') } });
  expect(defect!.origin.range.start).toEqual({ line: 0, character: 5 });
});

test('nobody can accept that something was not checked', () => {
  const text = '部门决算 甲 2023 { 忽略 Z028 "不要紧" }';
  const defects = new Defects();
  const workspace = load([{ uri: uriOf('甲'), text }], host, undefined, defects.contain);
  expect(
    placed(examineReports(workspace, () => fail('坏了'), { contain: defects.contain }).findings),
  ).toEqual(['甲.fiscal M007']);
  expect(placed(defects.findings())).toEqual(['甲.fiscal Z028']);
});

test('a failure of a whole file stands at its beginning', () => {
  const defects = new Defects();
  defects.contain(startOf(uriOf('甲')), () => fail('坏了'));
  expect(defects.findings()[0]!.origin).toEqual({
    uri: uriOf('甲'),
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  });
});

function fail(message: string): never {
  throw new Error(message);
}
