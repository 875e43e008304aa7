import type { Template } from '@fiscal/core';
import { templateOutline } from '@fiscal/language';
import { ast } from '@fiscal/language/editor';
import type { AstNode } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver';
import type { CursorPlace } from './cursor-place.js';
import type { Suggestion } from './suggestion.js';

/** Words behind which a title of the base stands; at the beginning of a line one stands without any. */
const beforeTitle = new Set(['不列', '移到', '部分', '节', '图', '表', '列', '行', '称', '{', '}']);

/** What a template made from another one may name of it, where a title is being typed; undefined elsewhere. */
export function baseTitles(
  { before, lead }: CursorPlace,
  blocks: readonly AstNode[],
  templates: ReadonlyMap<string, Template>,
): Suggestion[] | undefined {
  const base = baseOf(blocks, templates);
  const last = before.at(-1);
  if (!base || (last !== undefined && !beforeTitle.has(last))) return undefined;
  const seen = new Set<string>();
  return templateOutline(base).flatMap(({ text }) => {
    const [kind = '', ...quoted] = text.match(/^[^\s"]+|"[^"]*"/g) ?? [];
    if (!isNamed.has(kind)) return [];
    return quoted.flatMap((one): Suggestion[] => {
      const title = one.slice(1, -1);
      if (!title.startsWith(lead) || seen.has(title)) return [];
      seen.add(title);
      return [{ label: title.slice(lead.length), kind: CompletionItemKind.Reference, detail: kind }];
    });
  });
}

const isNamed = new Set(['部分', '节', '段', '图', '表', '列', '行', '目录']);

function baseOf(blocks: readonly AstNode[], templates: ReadonlyMap<string, Template>): Template | undefined {
  const template = blocks.find(ast.isTemplate);
  const isOfTemplate = blocks.every(
    (block) => ast.isTemplate(block) || ast.isChange(block) || ast.isPart(block) || ast.isSection(block),
  );
  return isOfTemplate && template?.base ? templates.get(template.base) : undefined;
}
