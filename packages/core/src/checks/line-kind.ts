import { codesOfBlock, type LineCodes } from '../vocabulary/blocks.js';
import { schemaChild, type SchemaItem } from '../model/schema.js';
import type { Subject } from '../model/subject.js';

/**
 * Which codes belong where a line stands: what the nearest block around it says in the 结构,
 * or else what the blocks of every report mean (支出.一般公共预算.2150508.明细.基本.30201 is economic).
 */
export function kindOfLines(line: Subject): LineCodes | undefined {
  for (let block = line.parent; block; block = block.parent) {
    const kind = schemaOf(block)?.coded ?? codesOfBlock(block.name);
    if (kind) return kind;
  }
  return undefined;
}

/** The item of the 结构 that a subject is; a classification line is described by its block. */
function schemaOf(subject: Subject): SchemaItem | undefined {
  if (!subject.parent) return subject.base.schema;
  const around = schemaOf(subject.parent);
  return subject.code === undefined ? schemaChild(around, subject.name) : around;
}
