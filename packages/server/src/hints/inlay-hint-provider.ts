import { ast } from '@fiscal/language/editor';
import { AstUtils, type LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import type { FiscalServices } from '../services.js';
import { type HintKind, wantedHints } from '../settings.js';
import type { Examination } from '../workspace/examinations.js';
import { rateHint } from './rate-hint.js';
import { subjectHint } from './subject-hint.js';
import { totalHint } from './total-hint.js';

/** What the report computes, beside the words that it follows from; each kind can be switched off. */
export class FiscalInlayHintProvider implements InlayHintProvider {
  constructor(private readonly services: FiscalServices) {}

  async getInlayHints(document: LangiumDocument, { range }: InlayHintParams): Promise<InlayHint[]> {
    const wanted = await wantedHints(this.services.shared);
    const examination = await this.services.shared.fiscal.Examinations.of(document);
    return AstUtils.streamAst(document.parseResult.value, { range })
      .map((node) => hintOf(node, wanted, examination))
      .nonNullable()
      .toArray();
  }
}

function hintOf(
  node: unknown,
  wanted: ReadonlySet<HintKind>,
  examination: Examination,
): InlayHint | undefined {
  if (ast.isMeasure(node)) return rateHint(node, wanted, examination);
  if (ast.isLine(node) || ast.isExpenditureLine(node))
    return wanted.has('subjects') ? subjectHint(node, examination) : undefined;
  return wanted.has('totals') ? totalHint(node, examination) : undefined;
}
