import { placeholdersIn } from './placeholder.js';
import { quantitiesIn } from './quantity.js';
import { remembered } from './remembered.js';

/** Something written in a way that cannot be meant. */
export interface Slip {
  rule: 'D004' | 'D010' | 'F001' | 'F002' | 'F003' | 'F010' | 'R015' | 'U006';
  /** Of its message. */
  code: string;
  start: number;
  end: number;
  parameters: Record<string, string>;
  /** Where else in the paragraph the same was written. */
  more?: { start: number; end: number }[];
}

/** Words of three characters and more, or with a mark behind them, that stand twice: 2023 年度，2023 年度， */
const repeated = /(?<run>[^，,、；;。：:\s\uFFFC]{3,20}?|[^，,、；;。：:\uFFFC]{4,20}[，,、])(?:\k<run>)+/gu;

/** Words of two characters that never stand twice; others may: 研究研究. */
const repeatedPairs =
  /(?<run>预算|决算|支出|收入|经费|年度|万元|增加|减少|主要|原因|用于|其中|合计|项目|资金|单位|部门|情况|说明|比上年)\k<run>/gu;

/** 主要原因是。 At the end of a line a list may follow. */
const nothingSaid = /(?:原因(?:是|为)|主要用于)[：:]?\s*(?=[。；])/g;

/** 202 年度 · 20223 年度 · 2203 年度 */
const badYear = /(?<![\d.])(?!(?:19|20)\d{2}(?!\d))(?:\d{3,})\s*年度/g;

/** 占 76.23， */
const barePercentage =
  /占(?:比|[^，。；：、\d%％]{0,20}的)?(?:为)?\s*(?<figure>\d+(?:\.\d+)?)\s*(?=[，。；）)]|$)/g;

/** A comma belongs to them only where it parts thousands. */
const fullWidthDigits = /[０-９]+(?:，[０-９]{3}(?![０-９]))*(?:．[０-９]+)?/g;

/** Two marks of the same kind of pause; not …… and ——, nor a mark behind a closing quote. */
const doubledMarks = /[，。；：、]{2,}/g;

/** 金额 0 万元 0。 */
const strayFigure = /(?<=\d\s{0,4}(?:[亿万]?元|[%％]|辆|人次|批次)\s{0,4})\d+(?:\.\d+)?(?=\s*[，。；])/g;

/** Characters that are mixed up in such reports, where the words around them leave no doubt. */
const misspelt: readonly [RegExp, string][] = [
  [/(?<=^|[：:]\s{0,4}|科目|主要)反应(?=\p{Script=Han}+(?:支出|收入|经费|方面|情况))/gu, '反映'],
  [/截止(?=\s*(?:\d{4}\s*年|年末|年底|目前))/g, '截至'],
  [/帐(?=户|务|目|簿|面|单)|(?<=记|入|报|转|对|查)帐/g, '账'],
];

/** An English comma or stop between Chinese characters. */
const englishMark = /(?<=[\p{Script=Han}）”》])[,;](?=[\p{Script=Han}（“《])/gu;

export const slipsIn = remembered((text: string): readonly Slip[] => [
  ...repetitions(text),
  ...first(all(text, placeholdersIn, 'D010', 'placeholder')),
  ...all(text, nothingSaid, 'D010', 'nothing-said'),
  ...all(text, strayFigure, 'F001', 'stray'),
  ...misspelt.flatMap(([pattern, right]) =>
    all(text, pattern, 'F010', 'misspelt').map((slip) => ({
      ...slip,
      parameters: { ...slip.parameters, right },
    })),
  ),
  ...all(text, badYear, 'D004', 'bad-year'),
  ...barePercentages(text),
  ...all(text, fullWidthDigits, 'U006', 'full-width-digits'),
  ...all(text, doubledMarks, 'F002', 'doubled-marks'),
  ...first(all(text, englishMark, 'F002', 'english-mark')),
]);

function all(text: string, pattern: RegExp, rule: Slip['rule'], code: string): Slip[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    rule,
    code,
    start: index,
    end: index + found.length,
    parameters: { found },
  }));
}

/** Who writes one of them writes many in a paragraph: they are told once. */
function first(slips: Slip[]): Slip[] {
  const told = slips.length > 1 ? `（本段共 ${slips.length} 处）` : '';
  return slips
    .slice(0, 1)
    .map((slip) => ({ ...slip, parameters: { ...slip.parameters, more: told }, more: slips.slice(1) }));
}

/** The second of two equal stretches. The same amount may well stand twice: 分别为 10 万元、10 万元. */
function repetitions(text: string): Slip[] {
  return [repeated, repeatedPairs].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const run = match.groups!.run!;
      if (!/\p{Script=Han}/u.test(run) || quantitiesIn(run).length > 0 || /^(.)\1*$/u.test(run)) return [];
      const end = match.index + match[0].length;
      const found = run.replace(/[，,、]$/, '');
      return [
        {
          rule: 'F001' as const,
          code: 'repeated',
          start: match.index + run.length,
          end,
          parameters: { found },
        },
      ];
    }),
  );
}

function barePercentages(text: string): Slip[] {
  return [...text.matchAll(barePercentage)].map((match) => {
    const figure = match.groups!.figure!;
    const start = match.index + match[0].lastIndexOf(figure);
    return {
      rule: 'R015',
      code: 'bare-percentage',
      start,
      end: start + figure.length,
      parameters: { found: figure },
    };
  });
}
