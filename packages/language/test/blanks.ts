import fc from 'fast-check';
import { allTokens } from '../src/format/tokens.js';

const some = [' ', '   ', '\t', '\u3000', ' \u3000 ', '， ', ' ： '];

/** Other blanks for each place of a text where there are some between two words of a line. */
export function blanksIn(text: string): fc.Arbitrary<string[]> {
  const { length } = gapsOf(text);
  return fc.array(fc.constantFrom(...some), { minLength: length, maxLength: length });
}

export function withBlanks(text: string, blanks: readonly string[]): string {
  let result = '';
  let at = 0;
  for (const [index, { start, end }] of gapsOf(text).entries()) {
    result += text.slice(at, start) + blanks[index]!;
    at = end;
  }
  return result + text.slice(at);
}

/** Between words; not inside texts, and not before a comment, which a colon may follow but never begin. */
function gapsOf(text: string): { start: number; end: number }[] {
  const tokens = allTokens(text);
  let inText = false;
  return tokens.flatMap((token, index) => {
    const wasInText = inText;
    if (token.tokenType.name === 'TEXT_OPEN') inText = true;
    if (token.tokenType.name === 'TEXT_CLOSE') inText = false;
    const gap = { start: (tokens[index - 1]?.endOffset ?? -1) + 1, end: token.startOffset };
    return !wasInText && gap.end > gap.start && /^[ ]+$/.test(text.slice(gap.start, gap.end)) ? [gap] : [];
  });
}
