import { classifyCharacter } from 'micromark-util-classify-character';
import type { Inline } from '../document/document.js';

/** Stands for a neighbour whose own marks would run into the asterisks. */
const blocked = '*';

/** Whether the strong or emphasised part at `index` can be written with asterisks in plain GFM. */
export function attentionForms(content: Inline[], index: number, nested: boolean): boolean {
  const part = content[index]!;
  if (part.kind !== 'strong' && part.kind !== 'emphasis') return false;
  const edge = nested ? blocked : ' ';
  const before = index === 0 ? edge : characterAt(content[index - 1], 'end');
  const after = index === content.length - 1 ? edge : characterAt(content[index + 1], 'start');
  return (
    isFlanking(before, characterAt(part.content[0], 'start')) &&
    isFlanking(after, characterAt(part.content.at(-1), 'end'))
  );
}

/** CommonMark: no blank inside; punctuation inside needs a blank or punctuation outside. */
function isFlanking(outside: string, inside: string): boolean {
  if (outside === blocked || inside === blocked) return false;
  const outsideKind = kindOf(outside);
  const insideKind = kindOf(inside);
  return insideKind === undefined || (insideKind === punctuation && outsideKind !== undefined);
}

const punctuation = 2;

function kindOf(character: string): number | undefined {
  return classifyCharacter(character.codePointAt(0) ?? null);
}

/** The first or last character of a part, as it will be written. */
function characterAt(inline: Inline | undefined, side: 'start' | 'end'): string {
  switch (inline?.kind) {
    case undefined:
    case 'strong':
    case 'emphasis':
      return blocked;
    case 'text':
    case 'figure': {
      const characters = [...inline.text];
      return (side === 'start' ? characters[0] : characters.at(-1)) ?? blocked;
    }
    case 'code':
      return '`';
    case 'link':
      return side === 'start' ? '[' : ')';
    case 'break':
      return ' ';
  }
}
