import { compose, renderHtml, renderMarkdown } from '@fiscal/report';
import type { Examined } from '../examined.js';
import type { Failure } from '../failure.js';
import type { Random } from '../../../packages/cli/src/trial/random.js';

/** Every report can be published, in characters that its formats allow. */
export function publishingLaw({ workspace }: Examined, random: Random): Failure[] {
  return workspace.reports.flatMap((report) => {
    const { document } = compose(report);
    const { text, figures } = renderMarkdown(document);
    return [
      ...forbiddenIn('Markdown', text),
      ...(random.oneIn(3) ? forbiddenIn('HTML', renderHtml(document)) : []),
      ...[...figures.values()].flatMap((svg) => [...forbiddenIn('SVG', svg), ...illFormed(svg)]),
    ];
  });
}

/** What neither XML 1.0 nor HTML allows, and what no text may hold: half a character. */
const forbidden =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function forbiddenIn(format: string, text: string): Failure[] {
  const found = forbidden.exec(text);
  if (!found) return [];
  const code = found[0].charCodeAt(0).toString(16);
  const around = text.slice(Math.max(0, found.index - 40), found.index + 40);
  return [
    { kind: `${format} holds a forbidden character`, detail: `U+${code} in ${JSON.stringify(around)}` },
  ];
}

/** Tags are matched; text holds no `]]>` and no bare `<` or `&`. */
function illFormed(svg: string): Failure[] {
  const open: string[] = [];
  for (const [, end, name, closed, text] of svg.matchAll(
    /<(\/?)([\w-]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>|([^<]+|<)/g,
  )) {
    if (text !== undefined && (text === '<' || text.includes(']]>') || /&(?!#?\w+;)/.test(text)))
      return [{ kind: 'SVG is not well-formed', detail: text.slice(0, 120) }];
    if (end === '/' && open.pop() !== name) return [{ kind: 'SVG is not well-formed', detail: `</${name}>` }];
    if (end === '' && closed === '' && name) open.push(name);
  }
  return open.length === 0 ? [] : [{ kind: 'SVG is not well-formed', detail: `<${open.join('><')}>` }];
}
