/** What the file of another year is called: 某局-2023 becomes 某局-2024; a name without a year gets one. */
export function nextName(name: string, year: number): string {
  const renamed = name.replace(/(?<!\d)(19|20)\d\d(?!\d)/, String(year));
  return renamed === name ? `${name}-${year}` : renamed;
}
