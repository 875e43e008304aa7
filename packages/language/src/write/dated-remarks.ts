/**
 * The remarks that a file was begun with, of the year before its own: // 上年：原因 "…". In the next one they are nobody's
 * last year any more, and say which year they are of: // 2022年：原因 "…".
 */
export function withDatedRemarks(text: string, year: number | undefined): string {
  if (year === undefined || !text.includes(remark)) return text;
  let isInText = false;
  const lines = text.split('\n').map((line) => {
    const wasInText = isInText;
    if (!line.trimStart().startsWith('//') && fence.test(line)) isInText = !isInText;
    return wasInText ? line : line.replace(remark, `// ${year - 1}年：`);
  });
  return lines.join('\n');
}

const remark = '// 上年：';
const fence = /["“”]{3}/;
