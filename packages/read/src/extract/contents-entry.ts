/** 一、收入支出决算总表 ………… 3: a list of contents says again what stands below it. */
export function isContentsEntry(text: string): boolean {
  return /[.．…·‥﹒⋯]{3,}\s*\d*\s*$/.test(text.replace(/\s+/g, ''));
}
