import {
  type FactBase,
  finalAccounts,
  ownFactOf,
  type Report,
  type SchemaItem,
  schemaChild,
  schemaOf,
  type Subject,
  total,
} from '@fiscal/core';
import { formatText } from '@fiscal/language';
import { type PastedTable, pasteTable, type PasteTarget } from '@fiscal/read/paste';
import type { AstNode, LangiumDocument } from 'langium';
import { enclosingBlocks } from '../completion/enclosing-block.js';
import type { PasteChoice, PasteParams, PasteResult } from '../protocol.js';
import { classificationIn, lineKindIn } from '../syntax/line-kind.js';
import { subjectOfBlock } from '../syntax/subject-of-block.js';
import { words } from '../words.zh.js';
import type { Examination } from '../workspace/examinations.js';

/** A copied table as lines of the block that the place is in. */
export function paste(
  { reports, places }: Examination,
  document: LangiumDocument,
  { line, character, text }: PasteParams,
): PasteResult {
  const { textDocument } = document;
  const enclosing = enclosingBlocks(document, textDocument.offsetAt({ line, character }));
  const report = reports.findLast(({ base }) => base.origin.range.start.line <= line);
  if (!report || enclosing.length === 0) return { choices: [] };
  const subject = subjectOfBlock(enclosing[0], report.base, places);
  const heads = enclosing.map(headOf).reverse();
  const target = targetOf(enclosing, subject, report, heads.at(-1)!);
  const before = textDocument.getText({ start: { line, character: 0 }, end: { line, character } });
  const after = textDocument.getText({ start: { line, character }, end: { line: line + 1, character: 0 } });
  return {
    choices: pasteTable(text, target).map(
      (read): PasteChoice => ({
        columns: read.columns.join('、'),
        text: between(before, linesOf(read, heads), after, '  '.repeat(heads.length)),
        unread: read.unread.length,
      }),
    ),
  };
}

function targetOf(
  enclosing: readonly AstNode[],
  subject: Subject | undefined,
  { base }: Report,
  head: string,
): PasteTarget {
  const schema = subject ? schemaOf(subject) : schemaNamed(head, base);
  return {
    kind: lineKindIn(enclosing, () => subject?.path),
    classification: classificationIn(enclosing, schema),
    schema,
    catalog: base.catalog,
    year: base.year,
    hasTotal: subject !== undefined && hasTotal(subject),
  };
}

/** An empty block says nothing yet, so that the report knows nothing of it. */
function schemaNamed(head: string, { schema }: FactBase): SchemaItem | undefined {
  return head
    .split(/\s+/)
    .reduce<SchemaItem | undefined>((item, name) => schemaChild(item, name) ?? item, schema);
}

function hasTotal(subject: Subject): boolean {
  const isStated = ownFactOf(subject).statements.some(({ state }) => state === 'value');
  return isStated || subject.children.get(total)?.facts.has(finalAccounts) === true;
}

/** 支出 一般公共预算 { */
function headOf({ $cstNode }: AstNode): string {
  return ($cstNode?.text.split(/[{｛]/)[0] ?? '').trim().replace(/\s+/g, ' ');
}

/** Laid out as they would be in their block, with its indentation. */
function linesOf({ lines, unread }: PastedTable, heads: readonly string[]): string[] {
  const all = [...lines, ...unread.map((text) => `// ${words.notPasted(text.replace(/\s+/g, ' '))}`)];
  const source = [...heads.map((head) => `${head} {`), ...all, ...heads.map(() => '}')].join('\n');
  const formatted = formatText(`${source}\n`)
    .split('\n')
    .slice(heads.length, heads.length + all.length);
  const indentation = '  '.repeat(heads.length);
  return formatted.map((line, index) => indentation + (line.trim() || all[index]!));
}

/** A line begins where one ends; blanks that stand before the place are part of the indentation. */
function between(before: string, lines: readonly string[], after: string, indentation: string): string {
  const text = lines.join('\n');
  const indented = text.startsWith(before) ? text.slice(before.length) : text.trimStart();
  const begun = before.trim() === '' ? indented : `\n${text}`;
  return after.trim() === '' ? begun : `${begun}\n${indentation}`;
}
