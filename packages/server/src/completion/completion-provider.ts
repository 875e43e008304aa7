import { createScope, type Report, type Scope } from '@fiscal/core';
import { load } from '@fiscal/language';
import { ast } from '@fiscal/language/editor';
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import type { CompletionProvider } from 'langium/lsp';
import type { CompletionList, CompletionParams } from 'vscode-languageserver';
import { scopeOf } from '../hover/expression-hover.js';
import type { FiscalServices } from '../services.js';
import type { Examination } from '../workspace/examinations.js';
import { baseTitles } from './base-titles.js';
import { type CursorPlace, cursorPlace } from './cursor-place.js';
import { DataSuggestions } from './data-suggestions.js';
import { enclosingBlocks } from './enclosing-block.js';
import { fileSuggestions } from './file-paths.js';
import { formulaSuggestions, withLoopVariable, withNamedValue } from './formula-names.js';
import { completionList, type Suggestion, withoutPlaceholders } from './suggestion.js';
import { templateSuggestions } from './template-suggestions.js';

/** What could be meant by what is being typed, and only what may stand there. */
export class FiscalCompletionProvider implements CompletionProvider {
  /** Digits, since editors do not ask for numbers by themselves; no blank, which would offer words behind each figure. */
  readonly completionOptions = {
    triggerCharacters: ['.', '|', '【', '"', '“', '/', ...'0123456789'],
  };

  constructor(private readonly services: FiscalServices) {}

  async getCompletion(document: LangiumDocument, { position }: CompletionParams): Promise<CompletionList> {
    const place = cursorPlace(document, position);
    const suggestions = await this.suggestionsAt(document, place);
    const list = completionList(suggestions, place.typed, place.range);
    return this.services.shared.fiscal.Client.takesSnippets ? list : withoutPlaceholders(list);
  }

  private async suggestionsAt(document: LangiumDocument, place: CursorPlace): Promise<Suggestion[]> {
    if (place.kind === 'comment' || place.kind === 'text') return [];
    const offset = document.textDocument.offsetAt(place.range.start);
    const blocks = enclosingBlocks(document, offset);
    const examination = await this.services.shared.fiscal.Examinations.of(document);
    if (place.kind === 'string')
      return baseTitles(place, blocks, examination.templates) ?? this.files(document, place);
    const report = examination.reports[0] ?? sampleReport();
    const scope = scopeAt(report, examination, blocks, offset);
    if (place.kind === 'formula') return formulaSuggestions(place.lead, scope);
    const ofTemplate = templateSuggestions(place, blocks, scope);
    return ofTemplate ?? new DataSuggestions(place, blocks, examination, report).suggestions();
  }

  private files(
    document: LangiumDocument,
    { before, lead }: CursorPlace,
  ): Promise<Suggestion[]> | Suggestion[] {
    const { FileSystemProvider } = this.services.shared.workspace;
    if (before[0] === '引用') return fileSuggestions(document, lead, 'source', FileSystemProvider);
    if (before[0] === '科目表') return fileSuggestions(document, lead, 'table', FileSystemProvider);
    return [];
  }
}

/** What a formula sees: the report, the phrases of its template, the variables of the loops and the 令 around it. */
function scopeAt(
  report: Report,
  { templates }: Examination,
  blocks: readonly AstNode[],
  offset: number,
): Scope {
  const template = blocks.find(ast.isTemplate);
  const phrases = template && templates.get(template.name ?? '')?.phrases;
  const scope = phrases ? createScope(report.base, () => {}, { phrases }) : scopeOf(report);
  return [...blocks]
    .reverse()
    .reduce((outer, block) => withLetsOf(withVariablesOf(outer, block), block, offset), scope);
}

function withVariablesOf(scope: Scope, block: AstNode): Scope {
  // What the parser could not read is undefined, whatever its type says.
  if (ast.isPhrase(block))
    return block.parameters.reduce((inner, name) => withLoopVariable(inner, name, undefined), scope);
  if (ast.isRule(block)) return block.repeats.reduce(withVariablesOf, scope);
  if ('variable' in block && 'list' in block && typeof block.variable === 'string') {
    const list = block.list as AstNode | undefined;
    return withLoopVariable(scope, block.variable, ast.isPath(list) ? list.$cstNode?.text : undefined);
  }
  return scope;
}

/** 令 before the cursor, right inside the braces of the block. */
function withLetsOf(scope: Scope, block: AstNode, offset: number): Scope {
  const lets = AstUtils.streamContents(block)
    .filter(ast.isLet)
    .filter(({ $cstNode }) => $cstNode !== undefined && $cstNode.end <= offset);
  return lets.reduce((inner, { variable, value }) => {
    const path = ast.isPath(value) ? value.$cstNode?.text : undefined;
    return variable ? withNamedValue(inner, variable, path) : inner;
  }, scope);
}

let sample: Report | undefined;

/** Stands for the report in a file that has none, as a template: what any report may speak of. */
function sampleReport(): Report {
  const text = `部门决算 示例 ${new Date().getFullYear() - 1} {\n}\n`;
  return (sample ??= load([{ uri: 'fiscal-sample:/report', text }], { read: () => undefined }).reports[0]!);
}
