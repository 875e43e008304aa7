import { emptySchema, schemaBelow, type SchemaItem } from '../model/schema.js';
import type { Subject } from '../model/subject.js';
import { blocks } from '../vocabulary/blocks.js';
import { basicNature, projectNature } from '../vocabulary/measures.js';
import { total } from '../vocabulary/totals.js';

/** What the 结构 says may be said of a subject; a classification line is described by `lineSchema`. */
export function schemaOf(subject: Subject): SchemaItem | undefined {
  if (!subject.parent) return subject.base.schema;
  if (subject.code !== undefined) return lineSchema;
  return schemaBelow(schemaOf(subject.parent), subject.name);
}

/** The economic side of a functional line: 2011308.明细.项目.30211. */
export const lineSchema: SchemaItem = emptySchema();

const detail = emptySchema(blocks.detail);
lineSchema.children.set(detail.name, detail);
for (const nature of [basicNature, projectNature]) {
  const item: SchemaItem = { ...emptySchema(nature), coded: 'economic' };
  item.children.set(total, emptySchema(total));
  detail.children.set(nature, item);
}
