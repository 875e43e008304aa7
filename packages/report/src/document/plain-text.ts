import type { Inline } from './document.js';

/** What a reader sees of it, without emphasis and links; a break counts as a space. */
export function plainText(content: Inline[]): string {
  return content.map(plainTextOf).join('');
}

function plainTextOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'figure':
    case 'code':
      return inline.text;
    case 'break':
      return ' ';
    case 'strong':
    case 'emphasis':
    case 'link':
      return plainText(inline.content);
  }
}
