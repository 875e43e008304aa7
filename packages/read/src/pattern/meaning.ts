import { eachMember, type Expression, type Phrase, type Template } from '@fiscal/core';

/** A variable of a repetition: what it is bound to is found out while a document is read. */
export interface Variable {
  name: string;
  /** The list that it goes through: 支出.一般公共预算.项. */
  list: Reference | undefined;
}

/** The name of something, or the code that a variable has been found to have. */
export type Step = string | { codeOf: Variable };

/** A path, from the report's root or from what a variable stands for. */
export interface Reference {
  variable?: Variable;
  steps: readonly Step[];
}

/** What an expression of a template stands for, as far as that can be told without a report. */
export type Meaning =
  | { kind: 'reference'; reference: Reference }
  | { kind: 'text'; text: string }
  | { kind: 'zero' }
  /** 年度 - 1 */
  | { kind: 'year'; offset: number }
  | { kind: 'filtered'; filter: string; operand: Meaning; argument: Expression | undefined }
  | { kind: 'sum'; terms: readonly Meaning[] }
  /** What stands behind a bar, under its name there. */
  | { kind: 'phrase'; phrase: Phrase }
  /** (收入.事业收入 收入.经营收入) */
  | { kind: 'list'; members: readonly Meaning[] }
  | { kind: 'unknown' };

/** What the names of a template mean at one place of it. */
export type Names = ReadonlyMap<string, Meaning>;

/** The names of a template where nothing else has one. */
export function phraseNames({ phrases }: Template): Names {
  return new Map([...phrases].map(([name, phrase]) => [behindBar(name), { kind: 'phrase', phrase }]));
}

function behindBar(name: string): string {
  return `| ${name}`;
}

/** The phrase that a filter stands for, and what its names mean within it; one that leads to itself ends there. */
export function phraseOf(
  { name, operand, arguments: given }: Expression & { kind: 'filter' },
  names: Names,
): { phrase: Phrase; names: Names } | undefined {
  const known = names.get(behindBar(name));
  if (known?.kind !== 'phrase') return undefined;
  const { phrase } = known;
  const values = [operand, ...given];
  const bound = phrase.parameters.map((parameter, index): [string, Meaning] => {
    const value = values[index];
    return [parameter, value ? meaningOf(value, names) : unknown];
  });
  const within = new Map([...names, ...bound]);
  within.delete(behindBar(name));
  return { phrase, names: within };
}

const unknown: Meaning = { kind: 'unknown' };

export function meaningOf(expression: Expression, names: Names): Meaning {
  switch (expression.kind) {
    case 'path':
      return pathMeaning(
        expression.segments.map(({ name }) => name),
        names,
      );
    case 'text':
      return { kind: 'text', text: expression.text };
    case 'rich':
      return richMeaning(expression);
    case 'number':
      return expression.value.isZero() ? { kind: 'zero' } : unknown;
    case 'binary':
      return binaryMeaning(expression, names);
    case 'filter':
      return filterMeaning(expression, names);
    case 'list':
      return { kind: 'list', members: expression.values.map((value) => meaningOf(value, names)) };
    case 'unary':
      return unknown;
  }
}

/** The members of a list that the template itself writes down, one after another. */
export function listedMeanings(list: Expression, names: Names): readonly Meaning[] | undefined {
  if (list.kind === 'filter' && list.name === '并') {
    const parts = [list.operand, ...list.arguments].map((part) => listedMeanings(part, names));
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  const meaning = meaningOf(list, names);
  return meaning.kind === 'list' ? meaning.members : undefined;
}

function richMeaning({ text: { pieces } }: Expression & { kind: 'rich' }): Meaning {
  const words = pieces.map((piece) => (piece.kind === 'text' ? piece.text : undefined));
  return words.includes(undefined) ? unknown : { kind: 'text', text: words.join('') };
}

function pathMeaning([first = '', ...rest]: string[], names: Names): Meaning {
  const bound = names.get(first);
  if (!bound) return { kind: 'reference', reference: { steps: [first, ...rest] } };
  if (rest.length === 0) return bound;
  if (bound.kind !== 'reference') return unknown;
  const { variable, steps } = bound.reference;
  return { kind: 'reference', reference: { ...(variable && { variable }), steps: [...steps, ...rest] } };
}

function binaryMeaning({ operator, left, right }: Expression & { kind: 'binary' }, names: Names): Meaning {
  if (operator === '+') return { kind: 'sum', terms: [left, right].map((term) => meaningOf(term, names)) };
  const isYear = left.kind === 'path' && left.segments.length === 1 && left.segments[0]!.name === '年度';
  if (operator !== '-' || !isYear || right.kind !== 'number') return unknown;
  return { kind: 'year', offset: -Number(right.value.toFixed(0)) };
}

function filterMeaning(expression: Expression & { kind: 'filter' }, names: Names): Meaning {
  const meant = phraseOf(expression, names);
  if (meant?.phrase.value) return meaningOf(meant.phrase.value, meant.names);
  const {
    name,
    operand,
    arguments: [argument],
  } = expression;
  const inner = meaningOf(operand, names);
  if (name === '科目' && argument) return lineMeaning(inner, argument, names);
  if (name === '其中' && argument) return memberMeaning(inner, argument, names) ?? inner;
  if (name === '原序' || name === '排序') return inner;
  return { kind: 'filtered', filter: name, operand: inner, argument };
}

/** 支出.全部 | 科目 类.编码 */
function lineMeaning(block: Meaning, code: Expression, names: Names): Meaning {
  const given = meaningOf(code, names);
  if (block.kind !== 'reference') return unknown;
  const { variable, steps } = block.reference;
  const step =
    given.kind === 'text' ? given.text : given.kind === 'reference' ? codeStep(given.reference) : undefined;
  if (step === undefined) return unknown;
  return { kind: 'reference', reference: { ...(variable && { variable }), steps: [...steps, step] } };
}

/** 类.编码 */
function codeStep({ variable, steps }: Reference): Step | undefined {
  return variable && steps.length === 1 && steps[0] === '编码' ? { codeOf: variable } : undefined;
}

/** 名词解释 | 其中 (此.名称 = "基本支出"): the one member that has that name. */
function memberMeaning(list: Meaning, condition: Expression, names: Names): Meaning | undefined {
  if (list.kind !== 'reference' || list.reference.variable) return undefined;
  const step = namedMember(condition, names);
  if (step === undefined) return undefined;
  return { kind: 'reference', reference: { steps: [...list.reference.steps, step] } };
}

function namedMember(condition: Expression, names: Names): Step | undefined {
  if (condition.kind !== 'binary') return undefined;
  const { operator, left, right } = condition;
  if (operator === '或') return namedMember(left, names) ?? namedMember(right, names);
  if (operator !== '=') return undefined;
  const value = isNameOfMember(left) ? right : isNameOfMember(right) ? left : undefined;
  return value && nameStep(value, names);
}

/** 此.名称, 此.编码 */
function isNameOfMember(expression: Expression): boolean {
  if (expression.kind !== 'path') return false;
  const [first, second] = expression.segments;
  return first?.name === eachMember && (second?.name === '名称' || second?.name === '编码');
}

function nameStep(expression: Expression, names: Names): Step | undefined {
  const value = meaningOf(expression, names);
  if (value.kind === 'text') return value.text;
  return value.kind === 'reference' ? (codeStep(value.reference) ?? ownName(value.reference)) : undefined;
}

/** 收入.事业收入.名称 is 事业收入. */
function ownName({ variable, steps }: Reference): Step | undefined {
  return !variable && steps.at(-1) === '名称' ? steps.at(-2) : undefined;
}

/** The reference below the filters that only say how a figure is printed. */
export function referenceOf(meaning: Meaning): Reference | undefined {
  if (meaning.kind === 'reference') return meaning.reference;
  return meaning.kind === 'filtered' ? referenceOf(meaning.operand) : undefined;
}

export function filtersOf(meaning: Meaning): { filter: string; argument: Expression | undefined }[] {
  return meaning.kind === 'filtered' ? [meaning, ...filtersOf(meaning.operand)] : [];
}

export function isSameReference(a: Reference, b: Reference): boolean {
  return (
    a.variable === b.variable &&
    a.steps.length === b.steps.length &&
    a.steps.every((step, index) => isSameStep(step, b.steps[index]!))
  );
}

function isSameStep(a: Step, b: Step): boolean {
  return typeof a === 'string' || typeof b === 'string' ? a === b : a.codeOf === b.codeOf;
}
