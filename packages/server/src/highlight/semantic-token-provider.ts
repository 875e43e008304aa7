import { ast } from '@fiscal/language/editor';
import { CstUtils, GrammarAST, type LangiumDocument, type LeafCstNode } from 'langium';
import type { SemanticTokenProvider } from 'langium/lsp';
import {
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { propertyOf } from '../syntax/leaf-at.js';

const types = [
  'comment',
  'keyword',
  'string',
  'number',
  'type',
  'class',
  'namespace',
  'property',
  'enumMember',
  'function',
  'variable',
  'operator',
  'decorator',
  // Of our own: an editor that does not know them shows the words as its grammar does.
  'measure',
  'state',
] as const;

type TokenType = (typeof types)[number];

/** What each word is, where its spelling alone does not tell: a name that is called like a keyword is a name. */
export class FiscalSemanticTokenProvider implements SemanticTokenProvider {
  readonly tokenTypes = Object.fromEntries(types.map((type, index) => [type, index]));
  readonly tokenModifiers = { declaration: 1 };
  readonly semanticTokensOptions = {
    legend: { tokenTypes: [...types], tokenModifiers: ['declaration'] },
    full: { delta: false },
    range: true,
  };

  semanticHighlight(document: LangiumDocument, _: SemanticTokensParams): SemanticTokens {
    return this.tokens(document, () => true);
  }

  semanticHighlightRange(document: LangiumDocument, { range }: SemanticTokensRangeParams): SemanticTokens {
    return this.tokens(document, (leaf) => touches(leaf.range, range));
  }

  /** Never asked for: not among the options. */
  semanticHighlightDelta(document: LangiumDocument): SemanticTokens {
    return this.tokens(document, () => true);
  }

  private tokens({ parseResult }: LangiumDocument, isWanted: (leaf: LeafCstNode) => boolean): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    const root = parseResult.value.$cstNode;
    for (const leaf of root ? CstUtils.flattenCst(root) : []) {
      const type = isWanted(leaf) ? typeOf(leaf) : undefined;
      if (type) this.push(builder, leaf, type);
    }
    return builder.build();
  }

  /** A token lies on one line: texts of several lines are left to the grammar of the editor. */
  private push(
    builder: SemanticTokensBuilder,
    { range, length, astNode }: LeafCstNode,
    type: TokenType,
  ): void {
    const { start, end } = range;
    if (start.line !== end.line) return;
    const isDeclaration = type === 'class' && !ast.isPathName(astNode);
    builder.push(start.line, start.character, length, this.tokenTypes[type]!, isDeclaration ? 1 : 0);
  }
}

const byToken: Record<string, TokenType> = {
  COMMENT: 'comment',
  BLOCK_COMMENT: 'comment',
  NUMBER: 'number',
  DATE: 'number',
  CODE: 'enumMember',
  UNIT: 'type',
  STRING: 'string',
  TITLE_BEHIND: 'string',
  TEXT_BLOCK: 'string',
  TEXT_OPEN: 'string',
  TEXT_CONTENT: 'string',
  TEXT_CLOSE: 'string',
  PROJECT: 'keyword',
  DECLARED: 'keyword',
};

function typeOf(leaf: LeafCstNode): TokenType | undefined {
  if (leaf.tokenType.name === 'NAME' || isName(leaf)) return typeOfName(leaf);
  const known = byToken[leaf.tokenType.name];
  if (known) return known;
  if (!GrammarAST.isKeyword(leaf.grammarSource)) return undefined;
  if (/^[\u4e00-\u9fff]/.test(leaf.text)) return typeOfKeyword(leaf);
  return /^[{}()【】.]$/.test(leaf.text) ? undefined : 'operator';
}

/** 基本, 预算, 用途 stand in front of a figure or a text; 未填 stands for one. */
function typeOfKeyword({ astNode }: LeafCstNode): TokenType {
  if (ast.isFigure(astNode)) return 'state';
  return ast.isDetail(astNode) ? 'measure' : 'keyword';
}

/** A name in quotes. */
function isName({ tokenType, astNode, grammarSource }: LeafCstNode): boolean {
  return (
    tokenType.name === 'STRING' &&
    !ast.isText(astNode) &&
    GrammarAST.isRuleCall(grammarSource) &&
    !ast.isReference(astNode) &&
    !ast.isProperty(astNode)
  );
}

function typeOfName(leaf: LeafCstNode): TokenType {
  const { astNode } = leaf;
  switch (astNode.$type) {
    case 'Report':
    case 'Template':
    case 'TemplateUse':
    case 'Schema':
      return 'class';
    case 'Project':
      return 'class';
    case 'Unit':
      return propertyOf(leaf) === 'kind' ? 'type' : 'class';
    case 'Expenditure':
    case 'EconomicExpenditure':
    case 'Declaration':
      return 'namespace';
    case 'Line':
    case 'ExpenditureLine':
    case 'GlossaryTerm':
      return 'enumMember';
    case 'Filter':
    case 'Phrase':
      return propertyOf(leaf) === 'parameter' ? 'variable' : 'function';
    case 'Rule':
    case 'Suppression':
    case 'SeverityChange':
      return 'decorator';
    case 'PathName':
      return 'variable';
    default:
      return 'property';
  }
}

function touches(a: Range, b: Range): boolean {
  return a.start.line <= b.end.line && a.end.line >= b.start.line;
}
