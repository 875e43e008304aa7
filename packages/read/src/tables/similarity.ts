/** How alike two words are by the pairs of characters that they share: 1 the same, 0 nothing in common. */
export function similarity(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  const [a, b] = [pairsOf(one), pairsOf(other)];
  let common = 0;
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0);
  const total = one.length + other.length - 2;
  return total > 0 ? (2 * common) / total : 0;
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
