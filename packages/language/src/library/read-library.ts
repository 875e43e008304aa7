import type { Rule } from '@fiscal/core';
import { librarySources } from '@fiscal/library';
import { type LoweredFile, lowerFile } from '../load/file.js';
import { linkTemplates } from '../load/templates.js';
import { joinSchemas } from '../lower/schemas.js';
import type { Library } from '../library/library.js';

/** The library as its sources say it. What is used is `standardLibrary`, which was made of this when it was built. */
export function readLibrary(): Library {
  const files: LoweredFile[] = [];
  const rules: Rule[] = [];
  for (const { uri, text } of librarySources) {
    const file = lowerFile({ uri, text });
    const [fault] = file.context.findings;
    if (fault) throw new Error(`The library is broken: ${uri} ${JSON.stringify(fault)}`);
    files.push(file);
    rules.push(...file.rules);
  }
  const schema = joinSchemas(files.map((file) => file.schema));
  const phrases = new Map(files.flatMap((file) => [...file.phrases]));
  return { templates: linkTemplates(new Map(), files, phrases), rules, schema, phrases };
}
