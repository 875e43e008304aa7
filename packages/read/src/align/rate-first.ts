import { type Hole, literal, type Pattern } from '../pattern/pattern.js';

/** 增加 5 万元，增长 10% said the other way round: 增长 10%，增加 5 万元. Nothing where a way does not say both. */
export function rateFirst(way: readonly Pattern[]): Pattern[] | undefined {
  return rateFirstOf(way, '');
}

/** The same with what is compared with before the amount. */
export function rateFirstOf(way: readonly Pattern[], compared: string): Pattern[] | undefined {
  const at = way.findIndex((one) => isFigure(one, false));
  const words = way[at - 1];
  const [, before, direction] = (words?.kind === 'literal' && /^(.*?)(增加|减少)$/.exec(words.text)) || [];
  if (direction === undefined) return undefined;
  const rest = way.slice(at + 1).flatMap((one) => (isRate(one) ? one.ways[0]! : [one]));
  const rate = rest.findIndex((one) => isFigure(one, true));
  const between = rest.slice(0, Math.max(rate, 0)).map((one) => (one.kind === 'literal' ? one.text : '\n'));
  const [, unit, change] = /^([^,\n]*),(增长|下降)$/.exec(between.join('')) ?? [];
  if (unit === undefined || change === undefined) return undefined;
  const first = [...way.slice(0, at - 1), ...(before ? [literal(before)] : []), literal(change), rest[rate]!];
  return [...first, literal(`,${compared}${direction}`), way[at]!, literal(unit), ...rest.slice(rate + 1)];
}

function isFigure(one: Pattern | undefined, percent: boolean): one is Pattern & { kind: 'hole'; hole: Hole } {
  return one?.kind === 'hole' && one.hole.kind === 'figure' && one.hole.percent === percent;
}

/** Printed where last year is not nothing. */
function isRate(one: Pattern): one is Pattern & { kind: 'choice' } {
  return one.kind === 'choice' && one.ways[0]?.some((other) => isFigure(other, true)) === true;
}
