import type { ast } from '@fiscal/language/editor';
import type { AstNode, LangiumDocument } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver';
import type { FiscalServices } from '../services.js';
import { Outline } from './outline.js';
import { describe } from './symbol-description.js';
import { nameNodeOf } from './target.js';

/** The outline of a file: reports with their blocks and lines, templates with their parts, rules. */
export class FiscalDocumentSymbolProvider implements DocumentSymbolProvider {
  constructor(private readonly services: FiscalServices) {}

  async getSymbols(document: LangiumDocument): Promise<DocumentSymbol[]> {
    const examination = await this.services.shared.fiscal.Examinations.of(document);
    const { elements = [] } = document.parseResult.value as ast.File;
    return elements.flatMap((element) => symbolOf(element, new Outline(examination)));
  }
}

function symbolOf(node: AstNode, outline: Outline): DocumentSymbol[] {
  const described = describe(node, outline);
  if (!described || !node.$cstNode || described.name === '') return [];
  const { range } = node.$cstNode;
  const selectionRange = nameNodeOf(node)?.range ?? firstWord(range, node.$cstNode.text);
  const { name, kind, children = [] } = described;
  const detail = described.detail ?? outline.amountOf(node);
  return [
    {
      name,
      kind,
      range,
      selectionRange,
      ...(detail && { detail }),
      children: grouped(
        children.flatMap((child) => symbolOf(child, outline)),
        outline,
      ),
    },
  ];
}

/** Lines of one 类 below each other are told together: 201 一般公共服务支出. */
function grouped(symbols: DocumentSymbol[], outline: Outline): DocumentSymbol[] {
  const result: DocumentSymbol[] = [];
  for (const symbol of symbols) {
    const top = /^(\d{3})\d{4} /.exec(symbol.name)?.[1];
    const last = result.at(-1);
    if (top === undefined) result.push(symbol);
    else if (last?.name.startsWith(`${top} `)) {
      last.children!.push(symbol);
      last.range = { start: last.range.start, end: symbol.range.end };
    } else result.push(groupOf(top, symbol, outline));
  }
  return result;
}

function groupOf(code: string, first: DocumentSymbol, outline: Outline): DocumentSymbol {
  return {
    name: `${code} ${outline.nameOfCode(code) ?? ''}`,
    kind: SymbolKind.Enum,
    range: first.range,
    selectionRange: first.selectionRange,
    children: [first],
  };
}

function firstWord({ start }: Range, text: string): Range {
  const length = /^\S+/.exec(text)?.[0].length ?? 0;
  return { start, end: { ...start, character: start.character + length } };
}
