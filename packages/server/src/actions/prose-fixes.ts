import { safeEdits } from '@fiscal/language/editor';
import { words } from '../words.zh.js';
import type { Fixer } from './fix.js';

/** Slips of the pen in running text, and figures there that the report could fill in itself. */
export const proseFixes: Fixer = function* (finding, { document: { textDocument } }) {
  const { data, origin, rule } = finding;
  const { range } = origin;
  if (rule.startsWith('T') && (data.kind === 'sum' || data.kind === 'ratio')) {
    // 下降 2.09%: the word has the sign already.
    const newText = data.expected.replace('-', '');
    yield { title: words.useComputed(newText), edits: [{ range, newText }], preferred: true };
  }
  if (data.kind !== 'message') return;
  const { path = '', found = '' } = data.parameters;
  const edits = safeEdits(finding, textDocument.getText());
  const [first] = edits;
  if (first && rule !== 'M002')
    yield { title: words.writeAs(first.newText), edits, preferred: true, safe: true };
  if (data.code === 'bindable')
    yield {
      title: words.writeAs(`【${path}】`),
      edits: [{ range, newText: `【${path}】` }],
      preferred: true,
    };
  if (data.code === 'repeated' || data.code === 'stray')
    yield { title: words.removeRepeated(found), edits: [{ range, newText: '' }], preferred: true };
};
