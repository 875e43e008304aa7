import { emptySchema, schemaChild, type SchemaItem } from '../model/schema.js';
import type { Subject } from '../model/subject.js';

/** What the 结构 says may be said of a subject; a classification line is described by `lineSchema`. */
export function schemaOf(subject: Subject): SchemaItem | undefined {
  if (!subject.parent) return subject.base.schema;
  if (subject.code !== undefined) return lineSchema;
  return schemaChild(schemaOf(subject.parent), subject.name);
}

/** The economic side of a functional line: 2011308.明细.项目.30211. */
export const lineSchema: SchemaItem = emptySchema();

const detail = emptySchema('明细');
lineSchema.children.set(detail.name, detail);
for (const nature of ['基本', '项目']) {
  const item: SchemaItem = { ...emptySchema(nature), coded: 'economic' };
  item.children.set('合计', emptySchema('合计'));
  detail.children.set(nature, item);
}
