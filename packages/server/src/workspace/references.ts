import { ast, resolveUri, unquote } from '@fiscal/language/editor';
import type { FileKind } from '@fiscal/language/files';
import { type ParseResult, URI } from 'langium';

/** A file that a report names. */
export interface FileReference {
  kind: FileKind;
  /** As written, without quotes. */
  name: string;
  node: ast.Reference | ast.Property;
}

const known = new WeakMap<ParseResult, FileReference[]>();

/** The files that the reports of a file name: 引用, 科目表. */
export function referencesIn(parsed: ParseResult): FileReference[] {
  let references = known.get(parsed);
  if (!references) known.set(parsed, (references = [...find(parsed.value as ast.File)]));
  return references;
}

function* find({ elements = [] }: ast.File): Generator<FileReference> {
  for (const item of elements.filter(ast.isReport).flatMap(({ items }) => items)) {
    if (ast.isReference(item) && item.file) yield { kind: 'source', name: unquote(item.file), node: item };
    else if (ast.isProperty(item) && item.key === '科目表' && item.value)
      yield { kind: 'table', name: unquote(item.value), node: item };
  }
}

/** The uri of a named file as Langium spells uris. */
export function resolveFile(base: string, name: string): string | undefined {
  const uri = resolveUri(base, name);
  return uri === undefined ? undefined : URI.parse(uri).toString();
}
