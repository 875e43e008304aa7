/**
 * A table from words to what they mean that is asked for words of the author: without what every object inherits,
 * so that a fund called constructor or a rule called toString is not found in it.
 */
export function wordTable<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}
