import { isSame, countsOf } from '@fiscal/compare';
import { countFindings } from '@fiscal/core';
import { ast } from '@fiscal/language/editor';
import { GrammarUtils, type LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens, Command, Range } from 'vscode-languageserver';
import type { FiscalServices } from '../services.js';
import { words } from '../words.zh.js';
import type { ComparedReport } from '../workspace/comparisons.js';
import type { Examination } from '../workspace/examinations.js';

/** Above each report: its preview, its publications, and how many errors it has. The commands are the client's. */
export class FiscalCodeLensProvider implements CodeLensProvider {
  constructor(private readonly services: FiscalServices) {}

  async provideCodeLens(document: LangiumDocument): Promise<CodeLens[]> {
    const { Examinations, Comparisons } = this.services.shared.fiscal;
    const examination = await Examinations.of(document);
    const compared = (await Comparisons.of(document)) ?? [];
    const { elements = [] } = document.parseResult.value as ast.File;
    return elements.filter(ast.isReport).flatMap((report) => {
      const head = GrammarUtils.findNodeForProperty(report.$cstNode, 'kind') ?? report.$cstNode;
      const all = [...commands(examination), ...changesOf(document, head?.range, compared)];
      return head ? all.map((command) => ({ range: head.range, command })) : [];
    });
  }
}

/** What became of the report that begins there. */
function changesOf(
  { uri }: LangiumDocument,
  range: Range | undefined,
  compared: readonly ComparedReport[],
): Command[] {
  const one = compared.find(({ new: report }) => report?.base.origin.range.start.line === range?.start.line);
  if (!one || isSame(one.changes)) return [];
  const { typed, derived } = countsOf(one.changes);
  const title = words.changes(typed, derived);
  return [{ title, command: 'fiscal.changes', arguments: [uri.toString()] }];
}

function commands({ uri, findings }: Examination): Command[] {
  const { errors } = countFindings(findings);
  return [
    { title: words.preview, command: 'fiscal.preview', arguments: [uri] },
    { title: words.build, command: 'fiscal.build', arguments: [uri] },
    { title: words.errors(errors), command: 'fiscal.showProblems', arguments: [uri] },
  ];
}
