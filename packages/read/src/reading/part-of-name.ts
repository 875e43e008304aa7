/** 市经信局 for 攀枝花市经济和信息化局. */
export function isPart(found: string, expected: string): boolean {
  let at = 0;
  for (const character of expected) if (character === found[at]) at += 1;
  return at === found.length;
}
