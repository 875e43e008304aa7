import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/**
 * A Word file whose bytes depend on the report alone: the library takes the time of day into it, draws ids by lot, and
 * numbers bookmarks and pictures through all the files that it writes.
 */
export function settled(file: Uint8Array): Uint8Array {
  const names = new Names();
  const parts = Object.entries(unzipSync(file)).map(([path, bytes]): [string, Uint8Array] => [
    path,
    /\.(?:xml|rels)$/.test(path) ? strToU8(names.settle(path, strFromU8(bytes))) : bytes,
  ]);
  return zipSync(Object.fromEntries(parts) as Zippable, { mtime: earliest, level: 9 });
}

/** The first moment that a zip file can name, wherever it is written. */
const earliest = new Date(1980, 0, 1);

class Names {
  private readonly ids = new Map<string, string>();
  private readonly bookmarks = new Map<string, string>();
  private readonly pictures = new Map<string, string>();

  settle(path: string, xml: string): string {
    if (path === 'docProps/core.xml') return withoutTime(xml);
    return xml
      .replace(
        /(\s(?:r:id|r:embed|r:link|Id)=")(rId[a-z0-9_-]{8,})"/g,
        (_, start: string, id: string) => `${start}${this.idOf(id)}"`,
      )
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)"/g,
        (_, start: string, id: string) => `${start}${this.bookmarkOf(id)}"`,
      )
      .replace(/(<wp:docPr id=")(\d+)"/g, (_, start: string, id: string) => `${start}${this.pictureOf(id)}"`);
  }

  private pictureOf(id: string): string {
    return remembered(this.pictures, id, String);
  }

  private idOf(id: string): string {
    return remembered(this.ids, id, (count) => `rId${1000 + count}`);
  }

  private bookmarkOf(id: string): string {
    return remembered(this.bookmarks, id, String);
  }
}

function remembered(names: Map<string, string>, old: string, make: (count: number) => string): string {
  const known = names.get(old) ?? make(names.size + 1);
  names.set(old, known);
  return known;
}

function withoutTime(xml: string): string {
  return xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
}
