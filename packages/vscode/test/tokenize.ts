import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

/** A piece of text with its innermost scope that says something of its own. */
export interface Highlighted {
  line: number;
  start: number;
  text: string;
  scopes: string[];
}

const require = createRequire(import.meta.url);
const grammarFile = new URL('../../../syntaxes/fiscal.tmLanguage.json', import.meta.url);

const registry = new textmate.Registry({
  onigLib: oniguruma
    .loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')))
    .then(() => ({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    })),
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile.pathname),
});

const grammar = (await registry.loadGrammar('source.fiscal'))!;

/** Text as an editor would colour it. */
export function tokenize(text: string): Highlighted[] {
  const found: Highlighted[] = [];
  let stack = textmate.INITIAL;
  for (const [line, content] of text.split(/\r?\n/).entries()) {
    const { tokens, ruleStack } = grammar.tokenizeLine(content, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens)
      found.push({
        line,
        start: startIndex,
        text: content.slice(startIndex, endIndex),
        scopes: scopes.slice(1),
      });
  }
  return found;
}

/** The scopes at a place, counted from zero. */
export function scopesAt(highlighted: Highlighted[], line: number, character: number): string[] {
  const token = highlighted.find(
    (each) => each.line === line && each.start <= character && character < each.start + each.text.length,
  );
  return token?.scopes ?? [];
}
