import { TextDocument } from 'langium';
import { expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { atMarker, codeActionsAt, main, uriOf, unmarked, type Workbench } from './workbench.js';

const lacking = `部门决算 甲<|>局 2024 {
  模板          上海
  职责                        "负责档案管理。"
  机构设置                    "内设综合科。"
  收入 { 一般公共预算财政拨款收入 120.50 }
  收入 按科目 { 2012601 行政运行 财政拨款 120.50 }
  支出 一般公共预算 { 2012601 行政运行 基本 120.50  预算 120.50 }
  基本支出 { 30101 基本工资 100.50  30201 办公费 20.00 }
  国有资产 { 车辆 0 辆 }
  绩效 { 绩效目标 0 个 }
}
`;

async function actionsAt(marked: string): Promise<{ actions: CodeAction[]; workbench: Workbench }> {
  const { workbench, actions } = await codeActionsAt(marked);
  return {
    actions: actions.filter(({ title }) => title.includes('块') || title.startsWith('补写')),
    workbench,
  };
}

function applied({ edit }: CodeAction): string[] {
  const { text } = unmarked(lacking);
  const changed = TextDocument.applyEdits(TextDocument.create('', '', 0, text), edit!.changes![uriOf(main)]!);
  const before = new Set(text.split('\n'));
  return changed
    .split('\n')
    .filter((line) => !before.has(line))
    .map((line) => line.trim().replace(/ +/g, ' '));
}

test('what a template prints and the report does not have is added, one by one or all at once', async () => {
  const { actions } = await actionsAt(lacking);
  expect(actions.map((action) => [action.title, applied(action)])).toEqual([
    ['补写缺的 3 块，先写未填', ['三公经费 未填', '机关运行经费 未填', '政府采购 未填']],
    ['补写「三公经费」，先写未填', ['三公经费 未填']],
    ['补写「机关运行经费」，先写未填', ['机关运行经费 未填']],
    ['补写「政府采购」，先写未填', ['政府采购 未填']],
    ['缺的 3 块全部写明未发生', ['三公经费 未发生', '机关运行经费 未发生', '政府采购 未发生']],
  ]);
});

test('then nothing is missing', async () => {
  const { actions, workbench } = await actionsAt(lacking);
  for (const { edit } of [actions[0]!, actions.at(-1)!]) {
    const document = TextDocument.create('', '', 0, unmarked(lacking).text);
    await workbench.write(main, TextDocument.applyEdits(document, edit!.changes![uriOf(main)]!));
    const { findings } = await workbench.examination(main);
    expect(findings.filter(({ rule }) => rule === 'D012')).toEqual([]);
  }
});

test('nothing is said to be missing while something cannot be read', async () => {
  const { workbench } = await atMarker(lacking.replace('绩效目标 0 个', '绩效目标 0 个 ？？'));
  const rules = (await workbench.examination(main)).findings.map(({ rule }) => rule);
  expect(rules.some((rule) => rule.startsWith('Z'))).toBe(true);
  expect(rules).not.toContain('D012');
});
