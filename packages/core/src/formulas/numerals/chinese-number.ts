const digits = '〇一二三四五六七八九';
const places = ['', '十', '百', '千'];
const groups = ['', '万', '亿'];

/** 12 → 十二, 105 → 一百零五; undefined for what is not a whole number below 10¹². */
export function chineseNumber(whole: string): string | undefined {
  if (!/^\d{1,12}$/.test(whole)) return undefined;
  const plain = whole.replace(/^0+(?=\d)/, '');
  if (plain === '0') return '零';
  const read = groupsOf(plain).reduce(readGroup, '');
  return read.replace(/^一十/, '十');
}

/** 2023 → 二〇二三 */
export function chineseDigits(whole: string): string | undefined {
  if (!/^\d+$/.test(whole)) return undefined;
  return [...whole].map((digit) => digits[Number(digit)]).join('');
}

/** 1234567 → 0123, 4567. */
function groupsOf(plain: string): string[] {
  const groups = plain.replace(/\B(?=(\d{4})+$)/g, ',').split(',');
  return groups.map((group) => group.padStart(4, '0'));
}

function readGroup(read: string, group: string, index: number, all: string[]): string {
  const value = readFour(group);
  if (value === '') return read;
  const gap = read !== '' && (group.startsWith('0') || all[index - 1] === '0000') ? '零' : '';
  return `${read}${gap}${value}${groups[all.length - 1 - index]}`;
}

/** 1005 → 一千零五, 0012 → 一十二. */
function readFour(group: string): string {
  const read = [...group].map((digit, index) =>
    digit === '0' ? '零' : digits[Number(digit)]! + places[3 - index]!,
  );
  return read
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
}
