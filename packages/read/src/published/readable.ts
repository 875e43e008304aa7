/** Text as it is compared: without blanks, full-width signs and kinds of quotes made one; each character knows where it stood. */
export interface Readable {
  text: string;
  /** For each character of `text` the offset in what was written, and one more for the end. */
  offsets: readonly number[];
}

/** 　“三公” 经费（含） → "三公"经费(含) */
export function readable(written: string): Readable {
  if (isPlain.test(written))
    return { text: written, offsets: Array.from({ length: written.length + 1 }, (_, offset) => offset) };
  let text = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of written) {
    for (const sign of plain(character)) {
      text += sign;
      for (let unit = 0; unit < sign.length; unit++) offsets.push(offset);
    }
    offset += character.length;
  }
  offsets.push(written.length);
  return { text, offsets };
}

/** The text of `readable` alone. */
export function plain(written: string): string {
  if (isPlain.test(written)) return written;
  return written
    .normalize('NFKC')
    .replace(ignored, '')
    .replace(quotes, '"')
    .replace(points, '·')
    .replace(dashes, '—');
}

/** Chinese characters, digits and half-width signs, as most words are: what is compared is what was written. */
const isPlain = /^[\x21-\x7e\u4e00-\u9fff、。]*$/;
const ignored = /[\s\u200b\ufeff\u00ad]+/gu;
const quotes = /[“”„‟〝〞"＂「」]/gu;
/** What is printed for a dash has many codes: ― is what a browser makes of — in a PDF. */
const dashes = /[―‒–─━]/gu;
const points = /[·・•‧∙]/gu;

/** Words as the language spells them, out of words as they are compared: "三公"经费(含) → “三公”经费（含） */
export function spelled(compared: string): string {
  let isOpen = false;
  return compared
    .replace(/[(),:;?!]/g, (sign) => fullWidth[sign]!)
    .replace(/"/g, () => ((isOpen = !isOpen) ? '“' : '”'))
    .replace(/(\d)，(?=\d{3})/g, '$1,')
    .replace(/(\d)：(?=\d)/g, '$1:');
}

const fullWidth: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
};
