/**
 * The library lowered, as packages/language packs it: made behind the compiler, by its compile-library.mjs, so that
 * nobody parses at run time what is the same on every machine.
 */
export interface CompiledLibrary {
  /** By their names: what a check wants of a template, and what it is composed from. */
  readonly templates: Readonly<Record<string, { readonly head: string; readonly content: string }>>;
  readonly rules: string;
  readonly schema: string;
  readonly phrases: string;
}

export declare const compiledLibrary: CompiledLibrary;
