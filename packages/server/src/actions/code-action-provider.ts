import type { Finding } from '@fiscal/core';
import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import { type CodeAction, CodeActionKind, type CodeActionParams, type Range } from 'vscode-languageserver';
import { toDiagnostic } from '../diagnostics/to-diagnostic.js';
import type { FiscalServices } from '../services.js';
import { words } from '../words.zh.js';
import type { Examination } from '../workspace/examinations.js';
import type { Fix, FixContext, Fixer } from './fix.js';
import { homeFixes } from './home-fixes.js';
import { missingBlockFixes } from './missing-block-fixes.js';
import { missingTextFixes } from './missing-text-fixes.js';
import { nameFixes } from './name-fixes.js';
import { proseFixes } from './prose-fixes.js';
import { rewritesAt } from './rewrites.js';
import { selectAfter } from './select-command.js';
import { slipFixes } from './slip-fixes.js';
import { suppressionFixes } from './suppression-fixes.js';
import { textFixes } from './text-fixes.js';
import { valueFixes } from './value-fixes.js';
import { writingFixes } from './writing-fixes.js';

const fixers: readonly Fixer[] = [
  writingFixes,
  missingTextFixes,
  slipFixes,
  textFixes,
  nameFixes,
  homeFixes,
  missingBlockFixes,
  proseFixes,
  valueFixes,
  suppressionFixes,
];

export const fixAllKind = `${CodeActionKind.SourceFixAll}.fiscal`;

/** Changes that an author can choose where something was found, and some where nothing is wrong. */
export class FiscalCodeActionProvider implements CodeActionProvider {
  constructor(private readonly services: FiscalServices) {}

  async getCodeActions(
    document: LangiumDocument,
    { range, context }: CodeActionParams,
  ): Promise<CodeAction[]> {
    const examination = await this.services.shared.fiscal.Examinations.of(document);
    const given = { document, examination };
    const isWanted = ({ kind = '' }: CodeAction) =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const actions = [
      ...fixesAt(range, given),
      ...rewritesAt(range, given).map((fix) => toAction(fix, document)),
      ...fixAll(given),
    ].filter(isWanted);
    return this.services.shared.fiscal.Client.selectsText ? actions : actions.map(withoutCommand);
  }
}

function fixesAt(range: Range, context: FixContext): CodeAction[] {
  return findingsIn(context.examination)
    .filter(({ origin }) => overlaps(origin.range, range))
    .flatMap((finding) =>
      fixesOf(finding, context).map((fix) => ({
        ...toAction(fix, context.document),
        diagnostics: [toDiagnostic(finding)],
      })),
    );
}

/** All that can be mended without asking, as one change. */
function fixAll(context: FixContext): CodeAction[] {
  const fixes = findingsIn(context.examination).flatMap((finding) =>
    fixesOf(finding, context).filter(({ safe }) => safe),
  );
  if (fixes.length === 0) return [];
  const edits = withoutOverlaps(fixes.flatMap((fix) => fix.edits));
  return [toAction({ title: words.fixAll(fixes.length), edits, kind: fixAllKind }, context.document)];
}

function fixesOf(finding: Finding, context: FixContext): Fix[] {
  return fixers.flatMap((fixer) => [...fixer(finding, context)]);
}

function findingsIn({ uri, findings }: Examination): Finding[] {
  return findings.filter(({ origin }) => origin.uri === uri);
}

function withoutCommand({ command: _, ...action }: CodeAction): CodeAction {
  return action;
}

function toAction({ title, edits, kind, preferred, select }: Fix, { uri }: LangiumDocument): CodeAction {
  const [edit] = edits;
  return {
    title,
    kind: kind ?? CodeActionKind.QuickFix,
    edit: { changes: { [uri.toString()]: edits } },
    ...(preferred && { isPreferred: true }),
    ...(select && edit && { command: selectAfter(uri.toString(), edit, select) }),
  };
}

function withoutOverlaps(edits: Fix['edits']): Fix['edits'] {
  const kept: Fix['edits'] = [];
  for (const edit of edits) if (!kept.some((other) => overlaps(other.range, edit.range))) kept.push(edit);
  return kept;
}

function overlaps(a: Range, b: Range): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
