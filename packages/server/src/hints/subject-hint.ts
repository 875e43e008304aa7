import { catalogKindOf, parentCodes } from '@fiscal/core';
import { type ast, normalizeName } from '@fiscal/language/editor';
import { GrammarUtils } from 'langium';
import type { InlayHint } from 'vscode-languageserver';
import { pathText } from '../hover/code-hover.js';
import type { Examination } from '../workspace/examinations.js';

/** Behind a code without a name: what it is called, and the 款 that it belongs to. */
export function subjectHint(
  line: ast.Line | ast.ExpenditureLine,
  { reports }: Examination,
): InlayHint | undefined {
  const catalog = reports[0]?.base.catalog;
  const place = GrammarUtils.findNodeForProperty(line.$cstNode, 'code')?.range.end;
  if (line.name !== undefined || !line.code || !catalog || !place) return undefined;
  const code = normalizeName(line.code);
  const kind = catalogKindOf(code);
  const above = parentCodes(code).at(-1);
  const names = [code, above].flatMap((each) => (each && catalog.find(kind, each)?.name) ?? []);
  if (names.length === 0) return undefined;
  const tooltip = { kind: 'markdown' as const, value: pathText(catalog, code) };
  return { position: place, label: names.join(' · '), paddingLeft: true, tooltip };
}
