/**
 * The file of a chart, named by its caption in letters and digits that every file system and link takes:
 * 图1：收、支决算总计变动情况图 → figures/图1-收-支决算总计变动情况图.svg. `taken` holds the paths so far.
 */
export function figurePath(caption: string, taken: ReadonlyMap<string, string>): string {
  const name = shortened(caption.replace(/[^\p{L}\p{N}]+/gu, '-')).replace(/^-|-$/g, '') || '-';
  for (let count = 1; ; count += 1) {
    const path = `figures/${count === 1 ? name : `${name}-${count}`}.svg`;
    if (!isTaken(path, taken)) return path;
  }
}

/** 60 characters fit the 255 bytes that a file name may have. */
function shortened(name: string): string {
  return [...name].slice(0, 60).join('');
}

/** Some file systems do not tell capitals from small letters. */
function isTaken(path: string, taken: ReadonlyMap<string, string>): boolean {
  return [...taken.keys()].some((other) => other.toLowerCase() === path.toLowerCase());
}
