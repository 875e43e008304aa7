/** The one global of browsers and Node that is used here; no other part of their libraries is. */
declare const URL: new (url: string, base: string) => { href: string };

/** The absolute uri of a file that another one names; undefined when it can name none. */
export function resolveUri(base: string, relative: string): string | undefined {
  try {
    return new URL(relative.replaceAll('\\', '/'), base).href;
  } catch {
    return undefined;
  }
}
