import { BuilderElement, Run, StringContainer } from 'docx';

/** A field in three parts: what it is to show, what it shows until Word has worked it out, its end. */
export type FieldPart = 'begin' | 'separate' | 'end';

type AttributeNames = Record<string, string | number | boolean>;

/** One of the marks that part a field; Word works out a dirty one when it opens the file. */
export function fieldMark(part: FieldPart, isDirty = false): Run {
  const attributes = {
    type: { key: 'w:fldCharType', value: part },
    ...(isDirty && { dirty: { key: 'w:dirty', value: 'true' } }),
  };
  return new Run({ children: [new BuilderElement<AttributeNames>({ name: 'w:fldChar', attributes })] });
}

/** What a field is to show: TOC \h … */
export function fieldInstruction(instruction: string): Run {
  return new Run({ children: [new StringContainer('w:instrText', ` ${instruction} `)] });
}
