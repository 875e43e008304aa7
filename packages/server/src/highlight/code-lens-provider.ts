import { countFindings } from '@fiscal/core';
import { ast } from '@fiscal/language/editor';
import { GrammarUtils, type LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens, Command } from 'vscode-languageserver';
import type { FiscalServices } from '../services.js';
import { words } from '../words.zh.js';
import type { Examination } from '../workspace/examinations.js';

/** Above each report: its preview, its publications, and how many errors it has. The commands are the client's. */
export class FiscalCodeLensProvider implements CodeLensProvider {
  constructor(private readonly services: FiscalServices) {}

  async provideCodeLens(document: LangiumDocument): Promise<CodeLens[]> {
    const examination = await this.services.shared.fiscal.Examinations.of(document);
    const { elements = [] } = document.parseResult.value as ast.File;
    return elements.filter(ast.isReport).flatMap((report) => {
      const head = GrammarUtils.findNodeForProperty(report.$cstNode, 'kind') ?? report.$cstNode;
      return head ? commands(examination).map((command) => ({ range: head.range, command })) : [];
    });
  }
}

function commands({ uri, findings }: Examination): Command[] {
  const { errors } = countFindings(findings);
  return [
    { title: words.preview, command: 'fiscal.preview', arguments: [uri] },
    { title: words.build, command: 'fiscal.build', arguments: [uri] },
    { title: words.errors(errors), command: 'fiscal.showProblems', arguments: [uri] },
  ];
}
