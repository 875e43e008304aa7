import type { Finding } from '@fiscal/core';
import type { LangiumDocument } from 'langium';
import type { CodeActionKind, TextEdit } from 'vscode-languageserver';
import type { Examination } from '../workspace/examinations.js';

/** A change of the source that an author can choose. */
export interface Fix {
  title: string;
  edits: TextEdit[];
  /** Quick fix unless said otherwise. */
  kind?: CodeActionKind;
  /** The first choice of those that there are. */
  preferred?: boolean;
  /** Right without asking: done by “fix all”. */
  safe?: boolean;
  /** What keeps the place of words that the author has to write: selected once the change is made. */
  select?: string;
}

/** The file that is to be mended, and what is known of it. */
export interface FixContext {
  document: LangiumDocument;
  examination: Examination;
}

/** Offers changes for one finding; the changes come from its data, never from its wording. */
export type Fixer = (finding: Finding, context: FixContext) => Iterable<Fix>;
