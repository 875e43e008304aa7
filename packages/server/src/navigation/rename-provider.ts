import { pathNames, type Path, blocks } from '@fiscal/core';
import { normalizeName, isBareName, quotedIfNeeded } from '@fiscal/language/editor';
import type { LangiumDocument } from 'langium';
import type { RenameProvider } from 'langium/lsp';
import {
  LSPErrorCodes,
  type Position,
  type Range,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { FiscalServices } from '../services.js';
import { words } from '../words.zh.js';
import { declares, findOccurrences, targetAt } from './find-occurrences.js';
import type { Occurrence } from './occurrences.js';
import type { Target } from './target.js';

/** Renames what the author named himself, everywhere: units, projects, items of his own, templates, rules, phrases. */
export class FiscalRenameProvider implements RenameProvider {
  constructor(private readonly services: FiscalServices) {}

  async prepareRename(
    document: LangiumDocument,
    { position }: TextDocumentPositionParams,
  ): Promise<Range | undefined> {
    const { range } = (await this.occurrenceAt(document, position))?.node ?? {};
    return range;
  }

  async rename(
    document: LangiumDocument,
    { position, newName }: RenameParams,
  ): Promise<WorkspaceEdit | undefined> {
    const { shared } = this.services;
    const target = await targetAt(document, position, shared);
    if (!target || !(await this.occurrenceAt(document, position))) return undefined;
    const name = normalizeName(newName.trim());
    const changes: Record<string, TextEdit[]> = {};
    for (const occurrence of await findOccurrences(document, target, shared)) {
      const edit = { range: occurrence.node.range, newText: written(name, occurrence) };
      (changes[occurrence.document.uri.toString()] ??= []).push(edit);
    }
    return { changes };
  }

  /** The name at a position, if it is the author's to change. */
  private async occurrenceAt(document: LangiumDocument, position: Position): Promise<Occurrence | undefined> {
    const { shared } = this.services;
    const target = await targetAt(document, position, shared);
    const found = target ? await findOccurrences(document, target, shared) : [];
    const isDeclared = found.some(({ isDeclaration }) => isDeclaration);
    if (!target || !isDeclared || !(isOwn(target) || isInOwnSchema(target, found))) return undefined;
    const offset = document.textDocument.offsetAt(position);
    return found.find(
      ({ document: of, node }) => of === document && node.offset <= offset && offset <= node.end,
    );
  }
}

/** What the workspace's own 结构 declares. */
function isInOwnSchema({ key }: Target, found: readonly Occurrence[]): boolean {
  return found.some(({ document }) => declares(document, key));
}

/** Names that the language or the tables prescribe are nobody's to change. */
function isOwn({ kind, key }: Target): boolean {
  if (kind !== 'subject') return true;
  const [block = '', ...rest] = pathNames(key);
  return block === blocks.projects || block === blocks.units
    ? rest.length > 0 && isOwnBelow(block, rest)
    : false;
}

/** 项目.甲 and what it names itself: 项目.甲.指标.乙, 项目.甲.评价. */
function isOwnBelow(block: string, [, second, ...rest]: Path): boolean {
  if (second === undefined) return true;
  return block === blocks.projects && (second === blocks.indicators ? rest.length === 1 : rest.length === 0);
}

function written(name: string, { isBare }: Occurrence): string {
  if (name === '' || /["“”\r\n【】]/.test(name.replace(/^“[^“”]+”(?=.)/, '')))
    throw new ResponseError(LSPErrorCodes.RequestFailed, words.badName);
  if (isBare && !isBareName(name))
    throw new ResponseError(LSPErrorCodes.RequestFailed, words.nameWithoutQuotes);
  return quotedIfNeeded(name);
}
