import { Decimal, formatDeclared } from '@fiscal/core';
import type { SubjectChange } from '../changes.js';
import type { Line } from '../told/lines.js';
import { minus, signed, typedLine } from '../told/lines.js';
import type { Outline, Section } from '../told/outline.js';
import { words } from '../told/words.zh.js';
import type { CopiedText, YearChanges, YearFigure } from './year-changes.js';

/** Two years set against each other, as every format tells changes. */
export function yearsOutline(changes: YearChanges): Outline {
  const all = [...ofAll(changes, [])];
  const linesOf = <T>(told: (one: YearChanges) => readonly T[], lineOf: (one: T) => Line) =>
    all.flatMap(({ units, changes: one }) => told(one).map((each) => ofUnits(units, lineOf(each))));
  const restated = linesOf((one) => one.restated, figureLine);
  const jumped = linesOf((one) => one.jumped, figureLine);
  const subjects = linesOf((one) => one.subjects, subjectLine);
  const copied = linesOf((one) => one.copied, copiedLine);
  const { summary } = words.years;
  return {
    summary: [
      ...(changes.oldName === undefined ? [] : [words.years.otherName(changes.oldName)]),
      summary(restated.length, jumped.length, subjects.length, copied.length),
      ...notComparedIn(all),
    ].join('；'),
    sections: [
      section(words.years.restated, restated),
      section(words.years.jumped, jumped),
      section(words.years.subjects, subjects),
      section(words.years.copied, copied),
    ].filter(({ changes: told }) => told.length > 0),
    together: [],
    findings: [],
  };
}

/** Changes of a report, and of the units that it is made up of; of which each is, from the top. */
interface OfUnits {
  units: readonly string[];
  changes: YearChanges;
}

function* ofAll(changes: YearChanges, units: readonly string[]): Generator<OfUnits> {
  yield { units, changes };
  for (const { name, changes: below } of changes.units) yield* ofAll(below, [...units, name]);
}

/** 《信息中心》收入 事业收入. */
function ofUnits(units: readonly string[], line: Line): Line {
  const whose = units.slice(-1).map(words.years.ofUnit).join('');
  return { ...line, label: whose + line.label };
}

/** What was not compared, since last year's reports do not say it. */
function notComparedIn(all: readonly OfUnits[]): string[] {
  const alone = all.flatMap(({ changes }) => changes.alone);
  const unlisted = all.flatMap(({ units, changes }) =>
    changes.unlisted.map(({ block, of }) => {
      const what = words.years.partOf[of](block);
      return units.slice(-1).map(words.years.ofUnit).join('') + what;
    }),
  );
  return [
    ...(unlisted.length > 0 ? [words.years.unlisted([...new Set(unlisted)])] : []),
    ...(alone.length > 0 ? [words.years.alone(alone)] : []),
  ];
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

/** Nobody added or took out anything: one year has it, and the other has not. */
function subjectLine(change: SubjectChange): Line {
  const line = withBlock(typedLine(change), change.block);
  if (change.change !== 'added' && change.change !== 'removed') return line;
  return { ...line, remark: words.years[change.change] };
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
