import type { CustomPatternMatcherReturn, IToken } from 'chevrotain';

/**
 * What was meant as a number and is none: a comma or a full stop for the point, two points, a blank behind the point,
 * a letter for a digit. It is one word to everything behind the lexer, so that one slip is one mistake. A digit, a
 * comma and a digit without a blank between them are one number, well formed or not.
 */
export function matchMalformedNumber(
  text: string,
  offset: number,
  matched: IToken[],
): CustomPatternMatcherReturn | null {
  candidate.lastIndex = offset;
  const found = candidate.exec(text)?.[0];
  if (found === undefined || isWellFormed(found)) return null;
  if (matched.at(-1)?.tokenType.name === '.') return null;
  return isMeantAsNumber(found, text.slice(offset + found.length, offset + found.length + 3))
    ? [found]
    : null;
}

/** Characters with which a number may begin, also one with a letter for its first digit. */
export const numberStarts = [...'0123456789０１２３４５６７８９OolI'];

/** Digits, or letters that look like one; marks between them; a point that nothing follows. */
const candidate =
  /[0-9０-９OolI]+(?:(?:[,，.．。]+|[.．。][ \t\u3000]+(?=[0-9０-９]))[0-9０-９OolI]+)*(?:[.．。]+(?![^\s{}｛｝/]))?/y;

const wellFormed = /^(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+)(?:[.．][0-9０-９]+)?$/;
/** 262.33，30102 津贴补贴: an amount, and the code of the next line. */
const amountAndCode =
  /^(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+)[.．][0-9０-９]+[,，](?:[0-9]{3}|[0-9]{5}|[0-9]{7})$/;
const withLetters = /[OolI]/;

function isWellFormed(found: string): boolean {
  return wellFormed.test(found) || amountAndCode.test(found);
}

/** Of what has letters in it some is a name: l, O2, 3D. */
function isMeantAsNumber(found: string, behind: string): boolean {
  if (!withLetters.test(found)) return true;
  if (/^[A-Za-z_]/.test(behind)) return false;
  const [first = ''] = found.split(/[,，.．。]/);
  if (!/[0-9０-９]/.test(first)) return false;
  return /^[0-9０-９]/.test(first) || /[.．][0-9０-９]/.test(found);
}

const letters: Record<string, string> = { O: '0', o: '0', l: '1', I: '1' };

/** The digits that were meant, each in the place of the character that was typed. */
export function withDigits(typed: string): string {
  return typed.replace(/[OolI]/g, (letter) => letters[letter]!);
}

/** 51.32 for 51,32 and 1234.50 for 1 234,50; undefined where nobody can tell. */
export function numberMeant(typed: string): string | undefined {
  const plain = withDigits(typed).replace(/[０-９]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xfee0),
  );
  const [first = '', ...rest] = plain.split(/[^0-9]+/).filter((digits) => digits !== '');
  const fraction = rest.pop();
  if (fraction === undefined) return first;
  const isGrouped = rest.every((digits) => digits.length === 3) && (rest.length === 0 || first.length <= 3);
  if (!isGrouped) return undefined;
  const whole = [first, ...rest].join('');
  const hasPoint = /[.．。][^.．。0-9]*[0-9]+[^0-9]*$/.test(plain);
  return !hasPoint && fraction.length === 3 ? `${whole}${fraction}` : `${whole}.${fraction}`;
}

/** 2024.9.18 is a day. */
export function dayMeant(typed: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[.．。](\d{1,2})[.．。](\d{1,2})$/.exec(typed) ?? [];
  return year && `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

const letterNames: Record<string, string> = {
  O: 'O（大写）',
  o: 'o（小写）',
  l: 'l（小写的 L）',
  I: 'I（大写的 i）',
};

/** The first letter that stands for a digit: which one, where it stands, and the digit. */
export function letterIn(typed: string): { place: string; letter: string; digit: string } | undefined {
  const at = typed.search(withLetters);
  if (at < 0) return undefined;
  const letter = typed[at]!;
  return { place: String(at + 1), letter: letterNames[letter]!, digit: letters[letter]! };
}

/** What makes it no number: the first that meets the eye. */
export function whatIsWrong(typed: string): 'stop' | 'points' | 'blank' | 'end' | 'comma' | 'groups' {
  if (typed.includes('。')) return 'stop';
  if (/[.．]{2}/.test(typed)) return 'points';
  if (/\s/.test(typed)) return 'blank';
  if (/[.．]$/.test(typed)) return 'end';
  const points = typed.match(/[.．]/g)?.length ?? 0;
  if (points > 1) return 'points';
  const [, fraction = ''] = /[,，]([0-9０-９]+)$/.exec(typed) ?? [];
  return points === 0 && fraction.length !== 3 ? 'comma' : 'groups';
}
