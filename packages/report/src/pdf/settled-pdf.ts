/**
 * The same PDF without the time of its making, the name of the browser and the numbers that it gave to the parts of its
 * page: the same report gives the same bytes with the same version of a browser. Lengths stay, since the file's own table
 * counts bytes.
 */
export function settledPdf(pdf: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(pdf);
  const result = pdf.slice();
  const write = (at: number, words: string) => {
    for (let index = 0; index < words.length; index += 1) result[at + index] = words.charCodeAt(index);
  };
  const head = text.slice(0, text.indexOf('endobj'));
  for (const { index, 0: found, 1: name = '' } of head.matchAll(properties))
    write(index, blanks(name === 'Creator' ? '/Creator (fiscal)' : `/${name} ()`, found.length));
  for (const [at, name] of rankedNodes(text)) write(at, name);
  return result;
}

const properties = /\/(CreationDate|ModDate|Creator) \((?:[^\\)]|\\.)*\)/g;

function blanks(text: string, length: number): string {
  return text.padEnd(length).slice(0, length);
}

/** node00003544: only the order of these numbers means something. */
function rankedNodes(text: string): [at: number, name: string][] {
  const found = [...text.matchAll(/\(node(\d{8})\)/g)];
  const numbers = [...new Set(found.map(([, number]) => number!))].sort();
  const ranks = new Map(numbers.map((number, rank) => [number, String(rank + 1).padStart(8, '0')]));
  return found.map(({ index, 1: number = '' }) => [index, `(node${ranks.get(number)})`]);
}
