/** The names that lead to a subject from the report's root; with a measure at the end to one of its facts. */
export type Path = readonly string[];

/** Letters first, then also digits; whole pairs of brackets, quotes or title marks belong to the name. */
const bare =
  /^((“[^”\s]*”)?[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{3ffff}〇A-Za-z_]|《[^《》\s【】]*》)([\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{3ffff}〇A-Za-z0-9_·—–]|（[^（）\s【】]*）|“[^”\s]*”|《[^《》\s【】]*》)*$/u;

/** A name that can stand without quotes. */
export function isBareName(name: string): boolean {
  return bare.test(name);
}

/** Names that would fall apart stand in quotes: 项目."智慧城市2.0".执行, 项目."2024年数字化". */
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

/** Most names. */
const ofCharacters = /^[\u4e00-\u9fff]+$/;

/** A code is digits only, and needs none. */
function quoted(name: string): string {
  return ofCharacters.test(name) || isBareName(name) || /^\d+$/.test(name) ? name : `"${name}"`;
}
