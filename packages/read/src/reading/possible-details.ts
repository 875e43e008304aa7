import { basicNature, blocks, type Decimal, parseFigure, projectNature } from '@fiscal/core';
import type { FigureStatement } from './reading.js';
import { digitsOf, isSamePath } from './said-of.js';

/** Which of these facts a figure may be: 支出.一般公共预算.2130301.明细.基本.30101 or the same of 项目. */
export function possibleDetails(
  paths: readonly (readonly string[])[],
  amount: Decimal | undefined,
  known: readonly FigureStatement[],
): readonly (readonly string[])[] {
  const ofLine = paths.filter((path) => hasNature(path, known));
  if (!amount) return ofLine;
  // More than all of the line: the document contradicts itself, and nobody can tell where it is right.
  if (ofLine.length === 1) return isMoreThanLine(ofLine[0]!, amount, known) ? paths : ofLine;
  const listed = ofLine.filter((path) => roomFor(path, amount, known));
  return listed.length === 1 ? listed : ofLine;
}

/** A line of its own that has something of 基本, or leaves open whether it has. */
function hasNature(path: readonly string[], known: readonly FigureStatement[]): boolean {
  const detail = path.indexOf(blocks.detail);
  const line = path.slice(0, detail);
  const nature = path[detail + 1];
  if (detail < 0 || nature === undefined || !/^\d{7}$/.test(line.at(-1) ?? '')) return false;
  const own = known.find(({ path: other }) => isSamePath(other, [...line, nature]))?.said;
  return own !== undefined && ('digits' in own ? !parseFigure(own.digits)?.isZero() : own.state === '未填');
}

function isMoreThanLine(
  path: readonly string[],
  amount: Decimal,
  known: readonly FigureStatement[],
): boolean {
  const line = path.slice(0, path.indexOf(blocks.detail));
  const whole = digitsOf([...line, path[line.length + 1]!], known);
  return whole !== undefined && amount.greaterThan(whole.plus(wholeUnit));
}

/** Parts that were rounded are no more than this above their whole. */
const wholeUnit = 1;

const ofNature: Readonly<Record<string, string>> = {
  [basicNature]: blocks.basicExpenditure,
  [projectNature]: blocks.projectExpenditure,
};

/** The table of 基本支出 lists an amount of a code that leaves room for this one, or leaves it open. */
function roomFor(path: readonly string[], amount: Decimal, known: readonly FigureStatement[]): boolean {
  const block = ofNature[path[path.indexOf(blocks.detail) + 1]!];
  const code = path.at(-1);
  const listed = known.find(({ path: own }) => own[0] === block && own.length > 1 && own.at(-1) === code);
  if (!listed) return false;
  if ('state' in listed.said) return listed.said.state === '未填';
  const whole = parseFigure(listed.said.digits);
  return whole !== undefined && !whole.isZero() && whole.greaterThanOrEqualTo(amount);
}
