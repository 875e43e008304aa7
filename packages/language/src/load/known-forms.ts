import { librarySources } from '@fiscal/library';
import type { KnownForms } from '../lower/context.js';
import { type TableForms, tableFormsIn } from '../lower/table-forms.js';
import { parse } from '../parser.js';

/** The file of the library that templates have 表样 and 短语 in common by. */
export const commonUri = 'fiscal-library:/通用.fiscal';

let common: TableForms | undefined;

/** The 表样 of a file, and those of the library, which are read when a file first has none of a name. */
export function knownForms(own: TableForms): KnownForms {
  return {
    named: (name) => own.get(name) ?? commonForms().get(name),
    names: () => [...own.keys(), ...commonForms().keys()],
  };
}

function commonForms(): TableForms {
  return (common ??= tableFormsIn(commonUri, parse(commonText()).value.elements ?? []));
}

function commonText(): string {
  return librarySources.find(({ uri }) => uri === commonUri)?.text ?? '';
}
