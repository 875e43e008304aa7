import { lexingProblem, type LexingProblem } from './lexing-problem.js';

/** Radicals and compatibility ideographs, which a PDF gives for the characters that they look like. */
const lookalikes = /[\u2e80-\u2fd5\uf900-\ufaff]/;
/** Zero-width characters, marks of direction, soft hyphens. A byte order mark is none at the beginning. */
const invisible = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]|(?<!^)\ufeff/;
const odd = new RegExp(`${lookalikes.source}|${invisible.source}`, 'g');

/** Radicals for which Unicode names no character. */
const radicals = new Map(
  '⺅亻 ⺉刂 ⺍小 ⺗心 ⺘扌 ⺙攵 ⺝月 ⺟母 ⺠民 ⺡氵 ⺣灬 ⺩王 ⺬示 ⺭礻 ⺮竹 ⺯糸 ⺱罒 ⺲罒 ⺶羊 ⺹耂 ⺼月 ⺾艹 ⻁虎 ⻂衤 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻏邑 ⻐钅 ⻑长 ⻒长 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⻳龟'
    .split(' ')
    .map(([typed, meant]) => [typed!, meant!]),
);

/** The character that a radical or a compatibility ideograph stands for; undefined where it is none. */
export function plainCharacter(character: string): string | undefined {
  const plain = radicals.get(character) ?? character.normalize('NFKC');
  return plain !== character && plain.length === character.length ? plain : undefined;
}

export function isInvisible(character: string): boolean {
  return invisible.test(`.${character}`);
}

/**
 * A text as it reads: with the characters that were meant, without those that nobody sees. Each word stands where it
 * stood; what it lost stands behind it as blanks.
 */
export function asItReads(text: string): string {
  if (!hasOddCharacters(text)) return text;
  return text.replace(/(?:\S|\ufeff)+/g, (word) => {
    const read = word.replace(odd, (one) => (isInvisible(one) ? '' : (plainCharacter(one) ?? one)));
    return read.padEnd(word.length);
  });
}

export function hasOddCharacters(text: string): boolean {
  odd.lastIndex = 0;
  return odd.test(text);
}

/** Each line with such characters, told once, with all of them. */
export function characterProblems(text: string): LexingProblem[] {
  const problems: LexingProblem[] = [];
  for (const [line, { start, content }] of linesOf(text).entries()) {
    const told = [...content.matchAll(odd)].filter(
      ([one]) => isInvisible(one) || plainCharacter(one) !== undefined,
    );
    if (told.length > 0) problems.push(problemOf(told, start, line + 1));
  }
  return problems;
}

function linesOf(text: string): { start: number; content: string }[] {
  let start = 0;
  return text.split('\n').map((content) => {
    const line = { start, content };
    start += content.length + 1;
    return line;
  });
}

/** 「行」和「政」之间: what is seen on both sides. */
function between(line: string, at: number): string {
  const seen = (text: string) => [...text].filter((one) => !isInvisible(one) && one.trim() !== '');
  const [before, behind] = [seen(line.slice(0, at)).at(-1), seen(line.slice(at))[0]];
  if (before === undefined || behind === undefined) return '这里';
  return `「${before}」和「${behind}」之间`;
}

function problemOf(told: RegExpExecArray[], start: number, line: number): LexingProblem {
  const [first, ...others] = told.map(({ index, input, 0: one }): LexingProblem => {
    const code = isInvisible(one) ? 'invisible-character' : 'lookalike';
    return {
      ...lexingProblem(code, start + index, 1, line, index + 1),
      found: one,
      parameters: { where: between(input, index) },
    };
  });
  return { ...first!, others };
}
