import type { Published } from '../published/published.js';
import { moneyUnitIn } from '../published/money-unit.js';
import { plain } from '../published/readable.js';
import type { Header } from './reading.js';

/** What is known of a report from its cover and its headings. */
export function headerOf(
  published: Published,
  templateName: string | undefined,
  fileNames: readonly string[] = [],
): Header | undefined {
  const texts = published.blocks.flatMap((block) => (block.kind === 'line' ? [plain(block.text)] : []));
  const files = fileNames.map((name) => plain(name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')));
  const year = yearIn(texts) ?? yearIn(files.map((name) => `${name}年度`)) ?? anyYear([...texts, ...files]);
  const name = nameIn(texts) ?? nameInFile(files);
  if (year === undefined || name === undefined) return undefined;
  return {
    template: templateName,
    name: original(name, published),
    year,
    kind: texts.some((text) => /年度单位决算|^单位决算$/.test(text)) ? '单位决算' : '部门决算',
    moneyUnit: unitIn(published),
    decimals: 2,
    ...publishedOn(texts),
  };
}

/** 2024年度部门决算, or the year that most often stands before 年度. */
function yearIn(texts: readonly string[]): number | undefined {
  const titled = texts.flatMap(
    (text) => /^.{0,40}?(20\d\d)年度?.{0,20}?(?:部门|单位)?决算/.exec(text)?.[1] ?? [],
  );
  const all =
    titled.length > 0
      ? titled
      : texts.flatMap((text) => [...text.matchAll(/(20\d\d)年度/g)].map(([, year]) => year!));
  const most = mostFrequent(all);
  return most === undefined ? undefined : Number(most);
}

/** A year in whatever words: 2025年部门预算. */
function anyYear(texts: readonly string[]): number | undefined {
  const year = mostFrequent(texts.flatMap((text) => text.match(/20\d\d(?!\d)/g) ?? []));
  return year === undefined ? undefined : Number(year);
}

/** 示例县档案馆 of 示例县档案馆-2025预算.pdf */
function nameInFile(files: readonly string[]): string | undefined {
  const names = files.map((name) =>
    name.replace(
      /[-_—–\s]*(?:20\d\d)?年?度?(?:部门|单位)?(?:预算|决算)?(?:公开|表样|表格|报告)?[-_]?(?:20\d\d)?$/,
      '',
    ),
  );
  return names.find(isName);
}

/** The words before 2024年度部门决算 and before 概况, or the line of the cover above it. */
function nameIn(texts: readonly string[]): string | undefined {
  const patterns = [
    /^第[一二三四]部分(.{2,40}?)(?:20\d\d年度)?(?:部门|单位)?决算/,
    /^(?:第一部分)?(.{2,40}?)概况$/,
    /^(.{2,40}?)(?:20\d\d)年度?(?:部门|单位)决算/,
    /^(.{2,40}?)20\d\d年度(?:收入支出总计|财政拨款|没有|无)/,
    /截至20\d\d年12月31日,(.{2,40}?)(?:共有|没有)/,
  ];
  const found = texts.flatMap((text) =>
    patterns.flatMap((pattern) => {
      const name = pattern.exec(text)?.[1]?.replace(/20\d\d年度?/, '');
      return name !== undefined && isName(name) ? [name] : [];
    }),
  );
  return coverName(texts) ?? mostFrequent(found);
}

/** A name of two characters is one of an office: 县委, 甲局, no 目录 and no 概况. */
const shortNames = /^(?!本|我|该|全)\p{Script=Han}[局委办馆院所站厅部会校处社]$/u;

function isName(name: string): boolean {
  return (
    (/^[\p{Script=Han}()·A-Za-z0-9]{3,40}$/u.test(name) || shortNames.test(name)) &&
    !/^(?:[本我]?(?:部门|单位)|附件|附表|第.部分)$/.test(name) &&
    !/决算|预算|年度/.test(name)
  );
}

/** On a cover the name stands alone, beside a line with the year. */
function coverName(texts: readonly string[]): string | undefined {
  const cover = texts.slice(0, 12);
  const title = cover.findIndex((text) =>
    /^(?:20\d\d)年度?(?:部门|单位)?(?:决算(?:公开|情况)?(?:说明)?)?$|^(?:部门|单位)决算(?:公开)?$/.test(text),
  );
  if (title < 0) return undefined;
  const near = [cover[title - 1], cover[title + 1]].filter((text) => text !== undefined && isName(text));
  return near[0];
}

/** As it is written, not as it is compared. */
function original(name: string, { blocks }: Published): string {
  for (const block of blocks) {
    if (block.kind !== 'line') continue;
    const text = block.text.trim();
    if (plain(text) === name) return text.replace(/\s+/g, '');
  }
  return name.replaceAll('(', '（').replaceAll(')', '）');
}

function unitIn({ blocks }: Published): string {
  const units = blocks.flatMap((block) => {
    const text = block.kind === 'line' ? block.text : (block.rows[0]?.map(({ text }) => text).join('') ?? '');
    return moneyUnitIn(text) ?? [];
  });
  return mostFrequent(units) ?? '万元';
}

function publishedOn(texts: readonly string[]): { publishedOn?: string } {
  for (const text of texts.slice(0, 40)) {
    const [, year, month, day] = /^(?:公开时间:)?(20\d\d)年(\d{1,2})月(\d{1,2})日$/.exec(text) ?? [];
    if (year && month && day)
      return { publishedOn: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
  }
  return {};
}

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
