import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UnreadableError } from '../unreadable.js';

/** No report's part is larger; what claims to be is not unpacked. */
const largestPart = 96 * 1024 * 1024;
const largestAltogether = 192 * 1024 * 1024;

/** The parts of a Word or Excel file that are asked for, unpacked within bounds. */
export function partsOf(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, string> {
  let total = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!isWanted(name)) return false;
    total += originalSize;
    if (originalSize > largestPart || total > largestAltogether) throw new UnreadableError('too large');
    return true;
  };
  const files = Object.entries(unzipSync(bytes, { filter }));
  return new Map(files.map(([name, content]) => [name, strFromU8(content)]));
}

/** What is told of the elements of a part as they come. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Goes through an XML text. Of entities only the five of XML itself are known; a document type makes nothing else known. */
export function walkXml(xml: string, events: XmlEvents): void {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new UnreadableError('broken');
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => events.open(localName(name), attributes));
  parser.on('closetag', ({ name }) => events.close(localName(name)));
  parser.on('text', (text) => events.text(text));
  parser.write(xml).close();
}

/** tbl of w:tbl: producers choose their own prefixes. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** w:val and val alike. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  for (const [key, value] of Object.entries(attributes)) if (localName(key) === name) return value;
  return undefined;
}
