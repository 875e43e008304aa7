/** What can be unfolded; the summary is the program's own text. */
export function folded(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

export function tableOf(columns: readonly string[], rows: readonly string[][]): string {
  const lines = rows.map((cells) => `| ${cells.map(escaped).join(' | ')} |`);
  return [`| ${columns.join(' | ')} |`, `|${'---|'.repeat(columns.length)}`, ...lines].join('\n');
}

/** What an author typed is shown as it is, never read as Markdown or HTML, and calls nobody by name. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[@#](?=\w)/g, '$&<!-- -->')
    .replace(/[\r\n]+/g, ' ');
}
