/** The largest of counts, 0 of none. Not Math.max: that takes only so many parameters. */
export function largest(counts: readonly number[]): number {
  return counts.reduce((most, count) => (count > most ? count : most), 0);
}
