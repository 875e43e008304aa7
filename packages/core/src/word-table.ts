/** What is known of words that authors may write: a table that has only its own, not every object's `constructor`. */
export function wordTable<Known>(known: Readonly<Record<string, Known>>): Readonly<Record<string, Known>> {
  return Object.assign(Object.create(null) as Record<string, Known>, known);
}
