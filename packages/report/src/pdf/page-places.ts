/** Where the ids of a page stand in the PDF that a browser made of it: page numbers from 1. */
export function pagesOfIds(pdf: Uint8Array): Map<string, number> {
  const file = new PdfFile(pdf);
  const catalog = file.object(file.root());
  const pages = file.pages(reference(catalog, 'Pages'));
  const places = file.object(reference(catalog, 'Dests'));
  const numbers = new Map(pages.map((page, index) => [page, index + 1]));
  const found = places.matchAll(/\/(\S+) \[(\d+) 0 R/g);
  return new Map(
    [...found].flatMap(([, name = '', page]): [string, number][] => {
      const number = numbers.get(Number(page));
      return number === undefined ? [] : [[idOf(name), number]];
    }),
  );
}

/** The objects that a browser writes are not compressed: their text can be read where the table says that they begin. */
class PdfFile {
  private readonly text: string;
  private readonly offsets: readonly number[];

  constructor(pdf: Uint8Array) {
    this.text = latin1(pdf);
    const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.text)?.[1] ?? 0);
    const rows = this.text.slice(table).matchAll(/^(\d{10}) \d{5} [nf]/gm);
    this.offsets = [...rows].map(([, offset]) => Number(offset));
  }

  root(): number {
    return reference(this.text.slice(this.text.lastIndexOf('trailer')), 'Root');
  }

  object(number: number): string {
    const start = this.offsets[number] ?? this.text.length;
    return this.text.slice(start, this.text.indexOf('endobj', start));
  }

  /** The pages below a node, in order. */
  pages(number: number): number[] {
    const kids = /\/Kids \[([^\]]*)\]/.exec(this.object(number))?.[1];
    if (kids === undefined) return [number];
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => this.pages(Number(kid)));
  }
}

function reference(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? -1);
}

/** #25E9#2583#25A8 → %E9%83%A8 → 部. */
function idOf(name: string): string {
  const escaped = name.replace(/#([0-9A-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
