/** What a Chinese input method types in place of a sign is that sign. */
export const variants: Record<string, RegExp> = {
  '{': /[{｛]/,
  '}': /[}｝]/,
  '(': /[(（]/,
  ')': /[)）]/,
  '【': /【/,
  '】': /】/,
  '|': /[|｜]/,
  '.': /[.．]/,
  '=': /[=＝]/,
  '≠': /≠|!=|！＝/,
  '≤': /≤|<=|＜＝|≦/,
  '≥': />=|＞＝|[≥≧]/,
  '<': /[<＜]/,
  '>': /[>＞]/,
  '+': /[+＋]/,
  '-': /[-－−]/,
  '*': /[*＊×]/,
  '/': /[/／÷]/,
};

const whole = Object.entries(variants).map(
  ([sign, typed]) => [sign, new RegExp(`^(?:${typed.source})$`)] as const,
);

/** The sign of the grammar for one as it was typed: + for ＋, ≥ for >=; a word of the grammar is itself. */
export function signOf<Sign extends string>(typed: Sign): Sign {
  const [sign] = whole.find(([, pattern]) => pattern.test(typed)) ?? [typed];
  return sign as Sign;
}
