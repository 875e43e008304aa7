/** Digits in words, those of cheques among them. */
const digits = new Map(
  [...'零一二三四五六七八九', ...'〇壹贰叁肆伍陆柒捌玖'].map((word, at) => [word, at % 10]),
).set('两', 2);
const places = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
/** 96, 九十六, 十二点五; with 万 and 亿 between their parts. */
const group = /^[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]*$/;

/**
 * A number written in words, in digits: 九十六 is 96, 一百二十点五 is 120.5, 一万二千 is 12000, 二〇二四 is 2024. Undefined where it
 * could be read in two ways, or in none.
 */
export function writtenNumber(words: string): string | undefined {
  const [whole = '', fraction, ...more] = words.split('点');
  if (more.length > 0 || whole === '' || fraction === '') return undefined;
  const behind = fraction === undefined ? '' : inDigits(fraction);
  const before = inDigits(whole) ?? wholeNumber(whole)?.toString();
  if (before === undefined || behind === undefined) return undefined;
  return behind === '' ? before : `${before}.${behind}`;
}

/** 二〇二四: digit by digit; one digit alone is one, too. */
function inDigits(words: string): string | undefined {
  const all = [...words].map((word) => digits.get(word));
  return words !== '' && all.every((digit) => digit !== undefined) ? all.join('') : undefined;
}

function wholeNumber(words: string): bigint | undefined {
  for (const [sign, factor] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const at = words.lastIndexOf(sign);
    if (at < 0) continue;
    const high = at === 0 ? undefined : wholeNumber(words.slice(0, at));
    const rest = words.slice(at + 1);
    const low = rest === '' ? 0n : wholeNumber(rest.replace(/^[零〇]+/, ''));
    // 一万二 is 12,000 to those who say it.
    const isCut = rest !== '' && inDigits(rest) !== undefined && !/^[零〇]/.test(rest);
    return high === undefined || low === undefined || isCut ? undefined : high * factor + low;
  }
  return group.test(words) ? upToThousands(words) : undefined;
}

/** 一千二百零五; its places go down, and only 零 may leave one out. */
function upToThousands(words: string): bigint | undefined {
  let [sum, digit, last] = [0, undefined as number | undefined, 10_000];
  for (const word of words) {
    const place = places.get(word);
    if (place === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digits.get(word)!;
      continue;
    }
    if (place >= last || digit === 0) return undefined;
    if (digit === undefined && (place !== 10 || sum > 0)) return undefined;
    sum += (digit ?? 1) * place;
    last = place;
    digit = undefined;
  }
  // 一百二: 120 to those who say it.
  if (digit !== undefined && sum > 0 && last > 10 && !/[零〇]/.test(words.at(-2) ?? '')) return undefined;
  return words === '' ? undefined : BigInt(sum + (digit ?? 0));
}
