import type { Block, Inline } from './document.js';

type Heading = Extract<Block, { kind: 'heading' }>;

/** Number and words as one line: 第一部分 部门概况, but 一、部门职责 and （一）总体情况. */
export function headingContent(heading: Heading): Inline[] {
  if (heading.number === '') return heading.content;
  return [{ kind: 'text', text: heading.number + separator(heading.number) }, ...heading.content];
}

function separator(number: string): string {
  return /[\p{P}\s]$/u.test(number) ? '' : ' ';
}
