import { readDocuments } from '@fiscal/read';
import { compose, renderMarkdown } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { loadExample } from './check.js';

/** What a program that takes the text out of a document, or a hand, leaves of a heading and of the line below it. */
const ways: ((heading: string, below: string) => string[])[] = [
  (heading, below) => [`）${bare(heading)}`, below],
  (heading, below) => [`九、${bare(heading)}`, below],
  (heading, below) => [`九${bare(heading)}`, below],
  (heading, below) => [`３，${bare(heading)}`, below],
  (heading, below) => [heading.replace('、', '.').replace(/（/g, '(').replace(/）/g, ')'), below],
  (heading, below) => [`${heading}。${below}`],
  (heading, below) => [`${heading}${below}`],
  (heading, below) => [`）${bare(heading)}${below}`],
  (heading, below) => [heading.slice(0, -3), heading.slice(-3), below],
  (heading, below) => [heading.slice(0, -3), `${heading.slice(-3)}${below}`],
];

const examples = ['上海市普陀区财政局-2024', '攀枝花市经济和信息化局-2023', '示例区文化馆-2024'];

describe.each(examples)('%s', { timeout: 120_000 }, (name) => {
  const lines = proseOf(name);
  const whole = read(lines);

  test.each([0, 3, 7])('what stands below a broken heading is read, %i', async (first) => {
    const broken = withHeadingsBroken(lines, first);
    expect(broken).not.toEqual(lines);
    const [{ figures, headings }, wanted] = [await read(broken), await whole];
    expect(figures).toEqual(wanted.figures);
    expect(headings).toBe(wanted.headings);
  });

  test('a sentence that speaks of a heading is none', async () => {
    const lost = lines.filter((line, at) => isHeading(line) && at % 3 > 0);
    const rest = lines.filter((line) => !lost.includes(line));
    const sentences = lost
      .map(bare)
      .flatMap((title) => [
        `${title}的口径与去年相同。`,
        `${title}，另见各单位的说明。`,
        `三、${title}见各单位的说明。`,
        `有关${title}，由财务部门解释。`,
        `这一部分是${title}。`,
        `《${title}》已经另行公开。`,
      ]);
    const [{ headings, figures }, wanted] = [await read([...rest, ...sentences]), await read(rest)];
    expect(headings).toBe(wanted.headings);
    expect(figures).toEqual(wanted.figures);
  });
});

/** Each heading with the line below it in one of the ways, which take turns. */
function withHeadingsBroken(lines: readonly string[], first: number): string[] {
  const broken: string[] = [];
  for (let at = 0, way = first; at < lines.length; at++) {
    const [line, below] = [lines[at]!, lines[at + 1]];
    if (!isHeading(line) || below === undefined) broken.push(line);
    else {
      broken.push(...ways[way++ % ways.length]!(line, below));
      at += 1;
    }
  }
  return broken;
}

/** The lines of an example without its tables and its pictures, each heading with its number only. */
function proseOf(name: string): string[] {
  const { text } = renderMarkdown(compose(loadExample(`${name}/${name}.fiscal`).reports[0]!).document);
  const lines = text.replace(/<table>[^]*?<\/table>\n/g, '').split('\n');
  return lines.filter((line) => line.trim() !== '' && !/^(?:\||!\[|<a)/.test(line)).map(withoutMarks);
}

function withoutMarks(line: string): string {
  return line
    .replace(/^#+ /, '')
    .replaceAll('*', '')
    .replace(/<[^>]*>/g, '');
}

/** 三、收入决算情况说明 · （一）机构设置 */
function isHeading(line: string | undefined): boolean {
  return line !== undefined && /^[（]?[一二三四五六七八九十]+[、）][^。，：；]{4,30}$/.test(line);
}

function bare(heading: string): string {
  return heading.replace(/^.*?[、）]/, '');
}

async function read(lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const done = await readDocuments([{ name: '报告.txt', bytes }]);
  if ('failures' in done) throw new Error(JSON.stringify(done.failures));
  return {
    figures: done.reading.figures.map(({ path, said }) => `${path.join('.')} ${JSON.stringify(said)}`),
    headings: done.outline.segments.length,
  };
}
