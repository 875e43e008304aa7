import { Decimal, formatDeclared } from '@fiscal/core';
import type { Line } from '../told/lines.js';
import { minus, signed, typedLine } from '../told/lines.js';
import type { Outline, Section } from '../told/outline.js';
import { words } from '../told/words.zh.js';
import type { CopiedText, YearChanges, YearFigure } from './year-changes.js';

/** Two years set against each other, as every format tells changes. */
export function yearsOutline(changes: YearChanges): Outline {
  const { restated, jumped, subjects, copied } = changes;
  return {
    summary: words.years.summary(restated.length, jumped.length, subjects.length, copied.length),
    sections: [
      section(words.years.restated, restated.map(figureLine)),
      section(words.years.jumped, jumped.map(figureLine)),
      section(
        words.years.subjects,
        subjects.map((change) => withBlock(typedLine(change), change.block)),
      ),
      section(words.years.copied, copied.map(copiedLine)),
    ].filter(({ changes: all }) => all.length > 0),
    together: [],
    findings: [],
  };
}

function section(title: string, lines: readonly Line[]): Section {
  return { title, changes: lines.map((line) => ({ line, parts: [], derived: [] })) };
}

function figureLine({ label, block, unit, decimals, old, new: now, difference, rate }: YearFigure): Line {
  const shown = (value: string) => minus(formatDeclared(new Decimal(value), decimals));
  const line: Line = {
    mark: '~',
    label,
    old: shown(old),
    new: shown(now),
    unit,
    difference: signed(difference, decimals),
    rate: rate === undefined ? '' : `${signed(rate, 2)}%`,
    remark: '',
    sentences: [],
  };
  return withBlock(line, block);
}

function copiedLine({ label, block, text, before, now, unit, decimals }: CopiedText): Line {
  const remark = words.years.turned(signed(before, decimals), signed(now, decimals), unit);
  const sentences = [[{ kind: 'same', text } as const]];
  const line: Line = {
    mark: '~',
    label,
    old: '',
    new: '',
    unit: '',
    difference: '',
    rate: '',
    remark,
    sentences,
  };
  return withBlock(line, block);
}

function withBlock(line: Line, block: string): Line {
  return line.label.startsWith(block) ? line : { ...line, label: `${block} ${line.label}` };
}
