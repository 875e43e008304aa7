/** Where two sentences differ: what stands in the one for what stands in the other. */
export interface Difference {
  own: Span;
  wanted: Span;
}

export interface Span {
  text: string;
  from: number;
  to: number;
}

const token = /\d[\d,]*(?:\.\d+)?%?|[\s\S]/gu;

/** The differences of two sentences, from left to right; a figure differs as a whole. */
export function differencesOf(own: string, wanted: string): Difference[] {
  const [a, b] = [tokensOf(own), tokensOf(wanted)];
  const common = commonLengths(a, b);
  const differences: Difference[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]!.text === b[j]!.text) {
      [i, j] = [i + 1, j + 1];
      continue;
    }
    const [fromOwn, fromWanted] = [i, j];
    while ((i < a.length || j < b.length) && !(a[i] && b[j] && a[i]!.text === b[j]!.text))
      if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) i += 1;
      else j += 1;
    differences.push({ own: spanOf(a, fromOwn, i, own), wanted: spanOf(b, fromWanted, j, wanted) });
  }
  return differences;
}

interface Token {
  text: string;
  from: number;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(token)].map(({ 0: found, index }) => ({ text: found, from: index }));
}

/** For each pair of ends how many tokens they have in common. */
function commonLengths(a: readonly Token[], b: readonly Token[]): Uint16Array[] {
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i]![j] =
        a[i]!.text === b[j]!.text
          ? common[i + 1]![j + 1]! + 1
          : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
  return common;
}

function spanOf(tokens: readonly Token[], first: number, end: number, text: string): Span {
  const from = tokens[first]?.from ?? text.length;
  const to = tokens[end]?.from ?? text.length;
  return { text: text.slice(from, to), from, to };
}
