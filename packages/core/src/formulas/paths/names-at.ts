import { childrenOf } from '../../knowledge/ask.js';
import { pathNames } from '../../model/path.js';
import type { SchemaItem } from '../../model/schema.js';
import type { Subject } from '../../model/subject.js';
import type { Evaluated } from '../evaluated.js';
import { computedMembers, namesOfLanguage } from '../../vocabulary/known-names.js';
import { mayBeSaidOf } from '../../vocabulary/said-of.js';
import type { Scope } from '../scope.js';
import { rootNames } from './root-names.js';
import { schemaOf } from '../../knowledge/schema-of.js';

/** Names that may stand behind a value, or at the beginning of a path; for suggestions and completion. */
export function* namesAt(owner: Evaluated | undefined, scope: Scope): Generator<string> {
  if (!owner) {
    yield* scope.variables.all().keys();
    yield* rootNames;
    yield* namesOfSubject(scope.base.root);
  } else if (owner.kind === 'subject') {
    yield* namesOfSubject(owner.subject);
    yield* saidOf(owner.subject.names, owner.subject.code);
  } else if (owner.kind === 'absent-subject') {
    yield* namesOfSchema(owner.schema);
    yield* saidOf(pathNames(owner.path), owner.code);
  } else if (owner.kind === 'entry') yield* [...computedMembers, '解释'];
}

/** The path or kind of what a name stood behind, '' for the report. */
export function ownerOf(owner: Evaluated | undefined): string {
  if (owner?.kind === 'subject') return owner.subject.path;
  if (owner?.kind === 'absent-subject') return owner.path;
  if (owner?.kind === 'figure') return owner.path ?? '';
  return owner?.kind === 'entry' ? owner.entry.name : '';
}

function* saidOf(path: readonly string[], code: string | undefined): Generator<string> {
  for (const name of namesOfLanguage()) if (mayBeSaidOf(path, code, name)) yield name;
}

function* namesOfSubject(subject: Subject): Generator<string> {
  const children = [...childrenOf(subject)];
  for (const { name } of children) yield name;
  for (const { code, label } of children) if (code) yield label;
  yield* subject.base.knowledge.measures(subject);
  yield* subject.texts.keys();
  yield* subject.attributes.keys();
  yield* namesOfSchema(schemaOf(subject));
}

function* namesOfSchema(schema: SchemaItem | undefined): Generator<string> {
  for (const item of schema?.children.values() ?? []) yield* [item.name, ...item.aliases];
}
