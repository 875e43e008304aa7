import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type Module,
  type ParseResult,
  type PartialLangiumCoreServices,
} from 'langium';
import type { File } from './generated/ast.js';
import { FiscalGeneratedModule, FiscalGeneratedSharedModule } from './generated/module.js';
import { FiscalLexer } from './lexer/fiscal-lexer.js';
import { FiscalTokenBuilder } from './lexer/token-builder.js';
import { createLinearParser } from './linear-parser.js';
import { SyntaxProblemProvider } from './syntax/parser-messages.js';

/** What the language changes of Langium's services; a language server adds to it. */
export const FiscalModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    TokenBuilder: () => new FiscalTokenBuilder(),
    Lexer: (services) => new FiscalLexer(services),
    LangiumParser: (services) => createLinearParser(services),
    ParserErrorMessageProvider: () => new SyntaxProblemProvider(),
    // Every value is lowered from what was typed: quotes are taken off once, by `unquote`.
    ValueConverter: () => ({ convert: (input) => input }),
  },
};

let services: LangiumCoreServices | undefined;

/** Langium's core services for the language, without the parts that only an editor needs; made once. */
export function coreServices(): LangiumCoreServices {
  if (!services) {
    const shared: LangiumSharedCoreServices = inject(
      createDefaultSharedCoreModule(EmptyFileSystem),
      FiscalGeneratedSharedModule,
    );
    services = inject(createDefaultCoreModule({ shared }), FiscalGeneratedModule, FiscalModule);
    shared.ServiceRegistry.register(services);
  }
  return services;
}

/** Has everything in the language read by services that a language server made anyway: a parser takes long to make. */
export function adoptServices(made: LangiumCoreServices): void {
  services = made;
}

/** Makes the parser, for whoever has time before the first file comes. */
export function prepareParser(): void {
  void coreServices().parser.LangiumParser;
}

/** Parses one file; errors are in the result, nothing throws for what a user wrote. */
export function parse(text: string): ParseResult<File> {
  return coreServices().parser.LangiumParser.parse<File>(text);
}
