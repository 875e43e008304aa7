import { ast, normalizeName, unquote } from '@fiscal/language/editor';
import type { AstNode, LangiumDocument } from 'langium';
import type { WorkspaceSymbolProvider } from 'langium/lsp';
import { SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { FiscalSharedServices } from '../services.js';

/** Reports, units, projects, templates, phrases and rules of all files, by a part of their name. */
export class FiscalWorkspaceSymbolProvider implements WorkspaceSymbolProvider {
  constructor(private readonly services: FiscalSharedServices) {}

  getSymbols({ query }: WorkspaceSymbolParams): WorkspaceSymbol[] {
    const { LangiumDocuments } = this.services.workspace;
    const wanted = [...query.toLowerCase()].filter((letter) => letter.trim() !== '');
    return LangiumDocuments.all
      .flatMap(symbolsIn)
      .filter(({ name }) => holdsInOrder(name.toLowerCase(), wanted))
      .toArray();
  }
}

function symbolsIn(document: LangiumDocument): WorkspaceSymbol[] {
  const { elements = [] } = document.parseResult.value as ast.File;
  return elements.flatMap((element) => {
    const own = symbolOf(element, document, undefined);
    const inner = 'items' in element ? element.items : [];
    return [...own, ...inner.flatMap((item) => symbolOf(item, document, own[0]?.name))];
  });
}

function symbolOf(
  node: AstNode,
  { uri }: LangiumDocument,
  containerName: string | undefined,
): WorkspaceSymbol[] {
  const named = nameOf(node);
  if (!named || !node.$cstNode) return [];
  const [name, kind] = named;
  const location = { uri: uri.toString(), range: node.$cstNode.range };
  return [{ name, kind, location, ...(containerName && { containerName }) }];
}

function nameOf(node: AstNode): [string, SymbolKind] | undefined {
  if (ast.isReport(node)) return [`${normalizeName(node.name ?? '')} ${node.year ?? ''}`, SymbolKind.File];
  if (ast.isUnit(node)) return [`单位 ${normalizeName(node.name ?? '')}`, SymbolKind.Module];
  if (ast.isProject(node)) return [`项目 ${normalizeName(node.name ?? '')}`, SymbolKind.Class];
  if (ast.isTemplate(node)) return [`模板 ${normalizeName(node.name ?? '')}`, SymbolKind.Package];
  if (ast.isTableForm(node)) return [`表样 ${node.name ?? ''}`, SymbolKind.Struct];
  if (ast.isPhrase(node)) return [`短语 ${node.name ?? ''}`, SymbolKind.Function];
  if (!ast.isRule(node)) return undefined;
  return [`规则 ${node.id ?? ''} ${unquote(node.title?.$cstNode?.text ?? '')}`, SymbolKind.Operator];
}

function holdsInOrder(name: string, letters: readonly string[]): boolean {
  let at = -1;
  return letters.every((letter) => (at = name.indexOf(letter, at + 1)) >= 0);
}
