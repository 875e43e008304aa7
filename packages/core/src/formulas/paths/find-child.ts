import { pathBelow } from '../../model/path.js';
import { linesOf, childAt } from '../../knowledge/ask.js';
import { schemaChild, type SchemaItem } from '../../model/schema.js';
import type { Subject } from '../../model/subject.js';
import type { AbsentSubject } from '../evaluated.js';
import { lineSchema, schemaOf } from '../../knowledge/schema-of.js';
import { natureOfBlock } from '../../vocabulary/blocks.js';
import { defaultFund } from '../../vocabulary/funds.js';

/** The child of that name, alias, code or official name, written or implied. */
export function findChild(subject: Subject, name: string): Subject | undefined {
  return childAt(subject, name) ?? byAlias(subject, name) ?? byLabel(subject, name) ?? inFund(subject, name);
}

/** A child that the report could have but does not: a name of the 结构, a code in a classification block. */
export function absentChild(subject: Subject, name: string): AbsentSubject | undefined {
  return absentBelow({ base: subject.base, path: subject.path, schema: schemaOf(subject) }, name);
}

/** As `absentChild`, below something that is absent itself. */
export function absentBelow(
  owner: Pick<AbsentSubject, 'base' | 'path' | 'schema'>,
  name: string,
): AbsentSubject | undefined {
  const { base, schema } = owner;
  const known = schemaChild(schema, name);
  const path = (last: string) => pathBelow(owner.path, last);
  if (known) return { kind: 'absent-subject', base, name: known.name, path: path(known.name), schema: known };
  if (!schema?.coded || !isCode(name)) return undefined;
  return { kind: 'absent-subject', base, name, path: path(name), schema: lineSchema, code: name };
}

/** A text that the 结构 knows but the report does not write. */
export function isUnwrittenText(schema: SchemaItem | undefined, name: string): boolean {
  return schemaChild(schema, name)?.text ?? false;
}

export function isCode(name: string): boolean {
  return /^\d{3}(\d\d){0,2}$/.test(name);
}

function byAlias(subject: Subject, name: string): Subject | undefined {
  const item = schemaChild(schemaOf(subject), name);
  return item && item.name !== name ? childAt(subject, item.name) : undefined;
}

/** A line by its name; several lines of one name (行政运行) are meant by none. */
function byLabel(subject: Subject, name: string): Subject | undefined {
  const named = linesOf(subject)?.all.filter(({ label }) => label === name) ?? [];
  return named.length === 1 ? named[0] : undefined;
}

/** Blocks of economic lines hold those of 一般公共预算 unless another fund is named. */
function inFund(subject: Subject, name: string): Subject | undefined {
  if (subject.parent !== subject.base.root || natureOfBlock(subject.name) === undefined) return undefined;
  const fund = subject.children.get(defaultFund);
  return fund && name !== defaultFund ? findChild(fund, name) : undefined;
}
