import { ast } from '@fiscal/language/editor';
import { AstUtils, type LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import type { FiscalServices } from '../services.js';
import { type HintKind, hintSettings } from '../settings.js';
import type { Examination } from '../workspace/examinations.js';
import { rateHint } from './rate-hint.js';
import { Room } from './room.js';
import { subjectHints } from './subject-hint.js';
import { totalHint } from './total-hint.js';

/** What the report computes, beside the words that it follows from; each kind can be switched off. */
export class FiscalInlayHintProvider implements InlayHintProvider {
  constructor(private readonly services: FiscalServices) {}

  async getInlayHints(document: LangiumDocument, { range }: InlayHintParams): Promise<InlayHint[]> {
    const { kinds, columns } = await hintSettings(this.services.shared);
    const examination = await this.services.shared.fiscal.Examinations.of(document);
    const room = new Room(document.textDocument, columns);
    return AstUtils.streamAst(document.parseResult.value, { range })
      .map((node) => room.firstThatFits(hintsOf(node, kinds, examination)))
      .nonNullable()
      .toArray();
  }
}

/** What could stand there, the most telling first. */
function hintsOf(
  node: unknown,
  wanted: ReadonlySet<HintKind>,
  examination: Examination,
): readonly (InlayHint | undefined)[] {
  if (ast.isMeasure(node)) return [rateHint(node, wanted, examination)];
  if (ast.isLine(node) || ast.isExpenditureLine(node))
    return wanted.has('subjects') ? subjectHints(node, examination) : [];
  return wanted.has('totals') ? [totalHint(node, examination)] : [];
}
