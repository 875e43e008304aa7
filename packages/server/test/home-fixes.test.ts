import { TextDocument } from 'langium';
import { expect, test } from 'vitest';
import { codeActionsAt, main, uriOf, unmarked } from './workbench.js';

async function moved(marked: string): Promise<[string, string][]> {
  const { actions } = await codeActionsAt(marked);
  const document = TextDocument.create('', '', 0, unmarked(marked).text);
  return actions
    .filter(({ title }) => title.startsWith('放进'))
    .map(({ title, edit }) => [title, TextDocument.applyEdits(document, edit!.changes![uriOf(main)]!)]);
}

test('an item outside of its block is put into braces, with those below it', async () => {
  const marked = `部门决算 甲局 2024 {
  公务<|>接待费  0.30
  公务用车购置费  0
  机关运行经费  3.00
}
`;
  const wrapped = `部门决算 甲局 2024 {
  三公经费 {
    公务接待费  0.30
    公务用车购置费  0
  }
  机关运行经费  3.00
}
`;
  expect(await moved(marked)).toEqual([['放进「三公经费」的大括号里', wrapped]]);
});

test('or goes to the block that is there', async () => {
  const marked = `部门决算 甲局 2024 {
  收入 {
    公务<|>接待费                     0.30
  }
  三公经费 {
    公务用车购置费                  0.00
  }
}
`;
  const expected = `部门决算 甲局 2024 {
  收入 {
  }
  三公经费 {
    公务用车购置费                  0.00
    公务接待费                      0.30
  }
}
`;
  expect(await moved(marked)).toEqual([['放进「三公经费」的大括号里', expected]]);
});

test('one of several blocks is chosen by the author', async () => {
  const titles = (await moved('部门决算 甲局 2024 {\n  年末结转<|>和结余 3\n}\n')).map(([title]) => title);
  expect(titles).toEqual(['放进「支出」的大括号里', '放进「财政拨款收支」的大括号里']);
});

test('nothing is moved that stands beside something else on its line', async () => {
  expect(await moved('部门决算 甲局 2024 { 公务<|>接待费 3 }\n')).toEqual([]);
});
