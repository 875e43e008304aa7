import type { Random } from '../../packages/cli/src/trial/random.js';

/**
 * What goes wrong with the text of a published document: a mistake of the hand, or what was left from last year. Each is
 * of a kind that the rest of the document contradicts: what it says once alone, nobody can find wrong.
 */
export const textFaults = [
  'an amount',
  'two digits',
  'an amount in yuan',
  'a direction',
  'a rate of change',
  'level',
  'a share',
  'a completion',
  'more than an equal budget',
  'more than a greater budget',
  'another department',
  'another short name',
  'another year',
  'a leftover of the form',
  'a mark twice',
  'a count',
  'a heading missing',
  'headings exchanged',
] as const;
export type TextFault = (typeof textFaults)[number];

/** A text with one fault, the line in which it stands now, and what a message must name where it stands in none. */
export interface PlantedText {
  text: string;
  line: string;
  named: readonly string[];
}

/** One fault of that kind; undefined where the text gives no occasion for it. */
export function plantedInText(text: string, fault: TextFault, random: Random): PlantedText | undefined {
  const lines = text.split('\n');
  if (fault === 'a heading missing' || fault === 'headings exchanged')
    return plantedInHeadings(lines, fault, random);
  const end = lines.findIndex((line) => /^#+.*名词解释/.test(line));
  const places = lines
    .slice(0, end < 0 ? undefined : end)
    .flatMap((line, at) =>
      isSentence(line) ? [...line.matchAll(patterns[fault])].map((match) => ({ at, match })) : [],
    );
  for (let attempt = 0; attempt < 40 && places.length > 0; attempt++) {
    const { at, match } = random.pick(places);
    const found = match[0];
    const wrong = spoiled(fault, found, random);
    if (wrong === undefined || wrong === found) continue;
    const line = lines[at]!;
    const changed = line.slice(0, match.index) + wrong + line.slice(match.index + found.length);
    return { text: lines.with(at, changed).join('\n'), line: changed, named: [] };
  }
  return undefined;
}

/** No heading, row of a table, picture or item of a list, which the author wrote. */
function isSentence(line: string): boolean {
  return /[。；]/.test(line) && !/^(?:[#|<!>]|注：|说明：|- )/.test(line);
}

const amounts = /(?<![\d.,])\d[\d,]*(?:\.\d+)?(?=万元(?!以上))/g;

const patterns: Record<Exclude<TextFault, 'a heading missing' | 'headings exchanged'>, RegExp> = {
  'an amount': amounts,
  'two digits': amounts,
  'an amount in yuan': /(?<![\d.,])\d[\d,]*(?:\.\d+)?万元(?!以上)/g,
  'a direction': /(?:增加|减少)(?=\d)|(?:增长|下降)(?=\d)/g,
  'a rate of change': /(?<=(?:增长|下降))\d+(?:\.\d+)?(?=%)/g,
  level: /决算数(?:小|大)于预算数(?=的主要原因)/g,
  'a share': /(?<=占[^，。；]{0,14})\d+(?:\.\d+)?(?=%)/g,
  'a completion': /(?<=(?:预算为|“三公”|公务)[^。]*完成[^，。；]{0,6})\d+(?:\.\d+)?(?=%)/g,
  'more than an equal budget': /(?:决算数与[^，。；]*预算数?(?:基本)?持平|决算数等于预算数)/g,
  'more than a greater budget': /决算数(?:小|大)于(?=[^，。；]*预算数)/g,
  'another department': /(?<=^|[，。]|纳入)(?!纳入)[\u4e00-\u9fff]{2,14}(?:局|馆)(?=20\d\d年)/g,
  'another short name': /(?<=[，。])[\u4e00-\u9fff]{2,14}(?:局|馆)(?=机关运行|政府采购|共有)/g,
  'another year': /20\d\d(?=年)/g,
  'a leftover of the form': /(?<=(?:原因是|原因：|原因为|用于|包括：?))(?=[\u4e00-\u9fff])/g,
  'a mark twice': /。$/g,
  'a count': /(?<=车辆|用车|轿车|越野车|预算单位)\d+(?=[辆个])/g,
};

function spoiled(fault: TextFault, found: string, random: Random): string | undefined {
  switch (fault) {
    case 'an amount':
    case 'a share':
    case 'a completion':
    case 'a rate of change':
      return Number(found.replaceAll(',', '')) ? otherFigure(found, random) : undefined;
    case 'two digits':
      return transposed(found, random);
    case 'an amount in yuan':
      return /[1-9]/.test(found) ? found.replace('万元', '元') : undefined;
    case 'a direction':
      return contrary[found];
    case 'level':
      return '决算数与预算数持平';
    case 'more than an equal budget':
      return '决算数大于预算数';
    case 'more than a greater budget':
      return found.includes('小') ? '决算数大于' : '决算数小于';
    case 'another department':
    case 'another short name':
      return found.endsWith('馆') ? '临江区图书馆' : '临江市审计局';
    case 'another year':
      return String(Number(found) - 3);
    case 'a leftover of the form':
      return 'XX';
    case 'a mark twice':
      return '。。';
    case 'a count':
      return String(Number(found) + 1 + random.below(6));
    default:
      return undefined;
  }
}

const contrary: Readonly<Record<string, string>> = {
  增加: '减少',
  减少: '增加',
  增长: '下降',
  下降: '增长',
};

function plantedInHeadings(
  lines: readonly string[],
  fault: 'a heading missing' | 'headings exchanged',
  random: Random,
): PlantedText | undefined {
  const headings = lines.flatMap((line, at) => (/^#{2,3} .*[、.．]/.test(line) ? [at] : []));
  for (let attempt = 0; attempt < 40 && headings.length > 3; attempt++) {
    const which = 1 + random.below(headings.length - 3);
    const [from, middle, to] = [headings[which]!, headings[which + 1]!, headings[which + 2]!];
    const level = (at: number) => lines[at]!.split(' ')[0];
    const name = lines[from]!.replace(/<[^>]*>/g, '').replace(/^#+ \S+?[、.．]/, '');
    if (fault === 'a heading missing')
      return { text: lines.toSpliced(from, 1).join('\n'), line: '', named: [name] };
    if (level(from) !== level(middle) || level(middle) !== level(to)) continue;
    const numbers = [from, middle].map((at) => /^(#+ (?:<[^>]*>)*)(.*?[、.．])/.exec(lines[at]!)!);
    const parts = [lines.slice(middle, to), lines.slice(from, middle)].map(([title, ...rest], index) => [
      title!.replace(/^(#+ (?:<[^>]*>)*)(.*?[、.．])/, `$1${numbers[index]![2]}`),
      ...rest,
    ]);
    const text = [...lines.slice(0, from), ...parts.flat(), ...lines.slice(to)].join('\n');
    return { text, line: '', named: ['次序'] };
  }
  return undefined;
}

/** Another first digit, so that rounding explains nothing. */
function otherFigure(text: string, random: Random): string {
  const at = text.search(/[1-9]/);
  const digit = ((Number(text[at]) + random.below(8)) % 9) + 1;
  return text.slice(0, at) + String(digit) + text.slice(at + 1);
}

/** Two digits of the whole exchanged. */
function transposed(text: string, random: Random): string | undefined {
  const whole = text.split('.')[0]!;
  const places = [...whole].flatMap((digit, at) =>
    /\d/.test(digit) && /\d/.test(whole[at + 1] ?? '') && whole[at + 1] !== digit ? [at] : [],
  );
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
}
