import { formatText } from './format-text.js';

/** Lines in their canonical form, as they stand in blocks with those heads, the outermost first: 部门决算 某局 2024. */
export function formatWithin(heads: readonly string[], lines: readonly string[]): string[] {
  const text = [...heads.map((head) => `${head} {`), ...lines, ...heads.map(() => '}')].join('\n');
  return formatText(text)
    .split('\n')
    .slice(heads.length, heads.length + lines.length);
}
