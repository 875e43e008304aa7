/** Two generations of so many texts are kept: a long report fits, and memory stays bounded. */
const generation = 4096;

/**
 * Remembers what was found in a text: while one paragraph is typed in, the others stay as they are.
 * What is found depends on the text alone and is never changed.
 */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    const known = young.get(text) ?? old.get(text);
    const found = known ?? find(text);
    if (!young.has(text)) {
      if (young.size >= generation) [old, young] = [young, new Map()];
      young.set(text, found);
    }
    return found;
  };
}
