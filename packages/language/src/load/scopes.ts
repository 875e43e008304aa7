import { type Rule, type SchemaItem, type Template } from '@fiscal/core';
import { joinSchemas } from '../lower/schemas.js';
import type { LoweredFile } from './file.js';
import type { Library } from '../library/library.js';
import { linkTemplates } from './templates.js';

/** What one report can use: templates by name, rules, and the items that it may speak of. */
export interface Scope {
  templates: ReadonlyMap<string, Template>;
  rules: readonly Rule[];
  schema: SchemaItem;
}

/**
 * What the files define, for whom. A file without a report (templates, rules, 结构 of a province or a
 * department) serves every report; what a report's own file defines, and what it takes by 引用 模板 and
 * 引用 规则, serves that file alone.
 */
export class Scopes {
  private readonly known = new Map<string, Scope>();
  private readonly shared: readonly LoweredFile[];

  constructor(
    private readonly library: Library,
    files: readonly LoweredFile[],
  ) {
    this.shared = files.filter((file) => file.reports.length === 0);
  }

  /** The scope of a report that uses these files besides the shared ones. */
  of(files: readonly LoweredFile[]): Scope {
    const all = [...new Set([...this.shared, ...files.filter(definesSomething)])];
    const key = all.map(({ uri }) => uri).join('\n');
    let scope = this.known.get(key);
    if (!scope) this.known.set(key, (scope = this.join(all)));
    return scope;
  }

  private join(files: readonly LoweredFile[]): Scope {
    return {
      templates: linkTemplates(this.library.templates, files, this.library.phrases),
      rules: [...this.library.rules, ...files.flatMap((file) => file.rules)],
      schema: joinSchemas([this.library.schema, ...files.map(({ schema }) => schema)]),
    };
  }
}

export function definesSomething({ templates, rules, schema }: LoweredFile): boolean {
  return templates.length + rules.length + schema.children.size > 0;
}
