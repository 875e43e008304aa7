import { expect, test } from 'vitest';
import { main, report, uriOf, Workbench } from './workbench.js';

/** Every object of JavaScript has these; to an author they are words like others. */
const inherited = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

test.each(inherited)('%s is a word like others, wherever it stands', async (word) => {
  const other = `${word.slice(0, -1)}q`;
  const own = await answers(word);
  expect(own.map((answer) => answer.replaceAll(word, other))).toEqual(await answers(other));
});

/** What is offered and explained behind the word, in each place that a word can have. */
async function answers(word: string): Promise<string[]> {
  const places = [
    report(`${word} `),
    report(`收入 { ${word} `),
    report(`指标 ${word} `),
    report(`三公经费 { 公务接待费 3 ${word} `),
    report(`职责 "【收入.总计 | ${word}】"`),
    report(`职责 "【${word}】"`),
    `规则 甲01 "甲" 级别 ${word} `,
    `模板 甲 { ${word} `,
    `模板 甲 { 节 "一" { 表 "二" { ${word} "三" `,
    `结构 ${word} `,
  ];
  const told: string[] = [];
  for (const text of places) {
    const workbench = await Workbench.with({ [main]: text });
    const { lsp } = workbench.services;
    const lines = text.slice(0, text.indexOf(word) + word.length).split('\n');
    for (const behind of [0, 1]) {
      const position = { line: lines.length - 1, character: lines.at(-1)!.length + behind };
      const params = { textDocument: { uri: uriOf(main) }, position };
      const document = workbench.document(main);
      const completion = await lsp.CompletionProvider!.getCompletion(document, params);
      const hover = await lsp.HoverProvider!.getHoverContent(document, params);
      const offered = completion!.items.map(({ label, detail }) => `${label} ${detail}`);
      told.push(offered.sort().join('\n'), String(hover));
    }
    const { findings } = await workbench.examination(main);
    told.push(findings.map(({ rule }) => rule).join(' '));
  }
  return told;
}
