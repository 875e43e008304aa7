import { ast } from '@fiscal/language/editor';
import { AstUtils, type LangiumDocument } from 'langium';
import type { FiscalSharedServices } from '../services.js';
import type { Position } from 'vscode-languageserver';
import { leafAt } from '../syntax/leaf-at.js';
import { offersSomething } from '../workspace/offers.js';
import { type Occurrence, occurrencesIn } from './occurrences.js';
import { schemaPath, type Target, targetOf } from './target.js';

/** What is named at a position, with the word that names it. */
export async function targetAt(
  document: LangiumDocument,
  position: Position,
  { fiscal }: FiscalSharedServices,
): Promise<Target | undefined> {
  const leaf = leafAt(document, position);
  return leaf && targetOf(leaf, await fiscal.Examinations.of(document));
}

/** Every place of the workspace where a target is named; the file that it was asked from first. */
export async function findOccurrences(
  document: LangiumDocument,
  target: Target,
  services: FiscalSharedServices,
): Promise<Occurrence[]> {
  const found: Occurrence[] = [];
  for (const file of filesOf(document, target, services))
    found.push(...occurrencesIn(file, target, await services.fiscal.Examinations.of(file)));
  return found;
}

/**
 * What one report speaks of is no other report's; templates and rules that speak of it may be anywhere, and what a
 * 结构 of the workspace declares may be in any report.
 */
function filesOf(
  document: LangiumDocument,
  target: Target,
  { workspace }: FiscalSharedServices,
): LangiumDocument[] {
  const others = workspace.LangiumDocuments.all.filter((other) => other !== document).toArray();
  const files = [document, ...others];
  if (target.kind !== 'subject' || files.some((file) => declares(file, target.key))) return files;
  return [document, ...others.filter(({ parseResult }) => offersSomething(parseResult))];
}

/** Whether a 结构 of a file declares a path. */
export function declares({ parseResult }: LangiumDocument, path: string): boolean {
  if (!offersSomething(parseResult)) return false;
  return AstUtils.streamAst(parseResult.value).some(
    (node) => (ast.isSchema(node) || ast.isSchemaItem(node)) && schemaPath(node) === path,
  );
}
