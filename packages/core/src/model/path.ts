/** The names that lead to a subject from the report's root; with a measure at the end to one of its facts. */
export type Path = readonly string[];

/** Names with a point in them stand in quotes: 项目."智慧城市2.0".执行. */
const withQuotes = /"([^"]*)"\.?|([^.]+)\.?|\./g;

/** A path as an expression writes it: 收入.总计.上年. */
export function pathText(path: Path): string {
  return path.map(quoted).join('.');
}

/** The text of a path and of one more name. */
export function pathBelow(text: string, name: string): string {
  return text === '' ? quoted(name) : `${text}.${quoted(name)}`;
}

/** The names of a path's text; '' leads nowhere. */
export function pathNames(text: string): Path {
  if (text === '') return [];
  if (!text.includes('"')) return text.split('.');
  return [...text.matchAll(withQuotes)].map(([, inQuotes, bare]) => inQuotes ?? bare ?? '');
}

function quoted(name: string): string {
  return name.includes('.') ? `"${name}"` : name;
}
