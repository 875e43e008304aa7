/**
 * What a reviewer sees of an edit in a version comparison when the file was formatted on save: of all edits of one line
 * of all examples and templates, those after which every other line is as it was; and of lines that stand under each
 * other, those whose first figures do too.
 */
import { formatText } from '@fiscal/language';
import { displayWidth } from '@fiscal/language/editor';
import { edits, onlyTouches, sources } from './one-line-edits.mjs';
import { print } from './print.mjs';

/** Every so many lines: the templates are long. */
const step = 17;

let clean = 0;
let all = 0;
for (const [kind, edit] of Object.entries(edits)) {
  const results = sources.flatMap(({ text }) => resultsOf(formatText(text), edit));
  const own = results.filter((result) => result).length;
  console.log(`${kind}: ${own} of ${results.length} edits touch no other line`);
  clean += own;
  all += results.length;
}
print(`edits that touch no other line: ${share(clean, all)}`, clean === all, '100%');

const pairs = sources.flatMap(({ text }) => neighbours(formatText(text).split('\n')));
const together = pairs.filter(([first, second]) => first === second).length;
const isInColumns = together >= 0.95 * pairs.length;
print(
  `neighbouring codes whose figures stand under each other: ${share(together, pairs.length)}`,
  isInColumns,
  '95%',
);

function resultsOf(text, edit) {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const edited = index % step === 0 ? edit(line) : undefined;
    return edited
      ? [onlyTouches(text, formatText(lines.toSpliced(index, 1, ...edited).join('\n')), index)]
      : [];
  });
}

function neighbours(lines) {
  const ends = lines.map(endOfFigure);
  return ends.slice(1).flatMap((end, index) => (end && ends[index] ? [[ends[index], end]] : []));
}

/** Where the first figure behind a code and its name ends. */
function endOfFigure(line) {
  const [upTo] = /^\s+\d{3,7}\s[^\d"{/]*?\s-?\d[\d.,]*(?=\s|$)/.exec(line) ?? [];
  return upTo && displayWidth(upTo);
}

function share(part, whole) {
  return `${part} of ${whole} (${((100 * part) / whole).toFixed(1)}%)`;
}
