/** 2024年9月1日, ２０２４-9-1 → 2024-09-01. */
export function isoDate(written: string): string {
  return written
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[年月]/g, '-')
    .replace('日', '')
    .replace(/-(\d)(?=-|$)/g, '-0$1');
}
