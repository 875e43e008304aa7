/** Letters first, then also digits; whole pairs of brackets, quotes or title marks belong to the name. */
const bare =
  /^((“[^”\s]*”)?[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{3ffff}〇A-Za-z_]|《[^《》\s【】]*》)([\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{3ffff}〇A-Za-z0-9_·—–]|（[^（）\s【】]*）|“[^”\s]*”|《[^《》\s【】]*》)*$/u;

/** A name that can stand without quotes. */
export function isBareName(name: string): boolean {
  return bare.test(name);
}

/** A name as it is written in the source: in quotes where it would fall apart without them. */
export function quotedIfNeeded(name: string): string {
  return isBareName(name) || /^\d+$/.test(name) ? name : `"${name.replace(/["\r\n]/g, '')}"`;
}
