/** Letters first, then also digits; whole pairs of brackets or quotes belong to the name. */
const bare =
  /^(“[^”\s]*”)?[\u4e00-\u9fff\u3400-\u4dbf〇A-Za-z_]([\u4e00-\u9fff\u3400-\u4dbf〇A-Za-z0-9_·]|（[^（）\s【】]*）|“[^”\s]*”)*$/;

/** A name that can stand without quotes. */
export function isBareName(name: string): boolean {
  return bare.test(name);
}

/** A name as it is written in the source: in quotes where it would fall apart without them. */
export function quotedIfNeeded(name: string): string {
  return isBareName(name) || /^\d+$/.test(name) ? name : `"${name.replace(/["\r\n]/g, '')}"`;
}
