/** Whether names are wildcards: `*` and `?` within a name, `**` for any folders. */
export function hasWildcards(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

/** Whether a path is what a pattern means; both as names from one folder down. */
export function matchesPath(path: readonly string[], pattern: readonly string[]): boolean {
  return matches(path, pattern, (name) => name === '**', matchesName);
}

/** Whether a name is what one part of a pattern means: `*` any characters, `?` one. */
export function matchesName(name: string, pattern: string): boolean {
  const [characters, signs] = [[...name.normalize()], [...pattern.normalize()]];
  return matches(
    characters,
    signs,
    (sign) => sign === '*',
    (one, sign) => sign === '?' || one === sign,
  );
}

/** Steps through both at once; behind a star the rest is tried again one further on: never more than their product. */
function matches(
  items: readonly string[],
  pattern: readonly string[],
  isStar: (sign: string) => boolean,
  isMeant: (item: string, sign: string) => boolean,
): boolean {
  let [at, sign] = [0, 0];
  let retry: { at: number; sign: number } | undefined;
  while (at < items.length) {
    if (sign < pattern.length && isStar(pattern[sign]!)) {
      retry = { at, sign: ++sign };
    } else if (sign < pattern.length && isMeant(items[at]!, pattern[sign]!)) {
      at++;
      sign++;
    } else if (retry) {
      at = ++retry.at;
      sign = retry.sign;
    } else return false;
  }
  return pattern.slice(sign).every(isStar);
}
