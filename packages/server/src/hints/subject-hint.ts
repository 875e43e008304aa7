import { catalogKindOf, parentCodes } from '@fiscal/core';
import { type ast, normalizeName } from '@fiscal/language/editor';
import { GrammarUtils } from 'langium';
import type { InlayHint } from 'vscode-languageserver';
import { pathText } from '../hover/code-hover.js';
import type { Examination } from '../workspace/examinations.js';

/** Behind a code without a name: what it is called, and the 款 that it belongs to where there is room for it. */
export function subjectHints(
  line: ast.Line | ast.ExpenditureLine,
  { reports }: Examination,
): readonly InlayHint[] {
  const catalog = reports[0]?.base.catalog;
  const place = GrammarUtils.findNodeForProperty(line.$cstNode, 'code')?.range.end;
  if (line.name !== undefined || !line.code || !catalog || !place) return [];
  const code = normalizeName(line.code);
  const kind = catalogKindOf(code);
  const above = parentCodes(code).at(-1);
  const names = [code, above].flatMap((each) => (each && catalog.find(kind, each)?.name) ?? []);
  const tooltip = { kind: 'markdown' as const, value: pathText(catalog, code) };
  return names
    .map((_, count) => names.slice(0, count + 1).join(' · '))
    .reverse()
    .map((label) => ({ position: place, label, paddingLeft: true, tooltip }));
}
