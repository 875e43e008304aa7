import type { ILexingError, IToken } from 'chevrotain';
import type { FiscalLexer } from '../lexer/fiscal-lexer.js';
import { isoDate } from '../lower/iso-date.js';
import { coreServices } from '../parser.js';

/** All tokens of a text in order, comments among them; insignificant punctuation is left out. */
export function allTokens(text: string): IToken[] {
  return tokenize(text).tokens;
}

/** The same with what was wrong. */
export function tokenize(text: string): { tokens: IToken[]; errors: ILexingError[] } {
  const lexer = coreServices().parser.Lexer as FiscalLexer;
  const { tokens, hidden, errors } = lexer.tokenizeAll(text);
  const written = tokens.filter(({ startOffset }) => !Number.isNaN(startOffset));
  return { tokens: [...written, ...hidden].sort((a, b) => a.startOffset - b.startOffset), errors };
}

export function isComment(token: IToken): boolean {
  return token.tokenType.name.endsWith('COMMENT');
}

/** The canonical spelling of a token; texts and comments stay as they are. */
export function canonicalImage(token: IToken): string {
  const type = token.tokenType.name;
  if (type === 'NUMBER' || type === 'CODE') return halfWidth(token.image);
  if (type === 'DATE') return isoDate(token.image);
  if (type === 'UNIT') return token.image.replace('％', '%');
  if (type === 'NAME') return token.image.replaceAll('(', '（').replaceAll(')', '）');
  if (type === 'STRING' || type === 'TITLE_BEHIND') return canonicalString(token.image);
  return /^[^\u4e00-\u9fffA-Z]+$/.test(type) ? type : token.image;
}

function halfWidth(image: string): string {
  return image.replace(/[０-９．，－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** “…” becomes "…" where nothing inside would end it. */
function canonicalString(image: string): string {
  const inner = image.slice(1, -1);
  const closed = image.length > 1 && /["”“]$/.test(image);
  return closed && !inner.includes('"') ? `"${inner}"` : image;
}
