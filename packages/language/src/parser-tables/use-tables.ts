import type { IToken, TokenType } from 'chevrotain';
import type { Decision, ParserTables, State } from './parser-tables.js';

/** What chevrotain's parser keeps of its analysis of the grammar: private there, and the only door to it. */
export interface AnalysedParser {
  selfAnalysisDone: boolean;
  tokensMap: Readonly<Record<string, TokenType>>;
  lookAheadFuncsCache: Map<number, LookAhead>;
  firstAfterRepMap: Record<number, unknown>;
  gastProductionsCache: object;
  resyncFollows: object;
  preComputeLookaheadFunctions(rules: unknown[]): void;
  performSelfAnalysis(): void;
}

type LookAhead = (this: { LA(ahead: number): IToken }, alternatives?: unknown) => Choice;
type Choice = number | boolean | undefined;

/**
 * Spares a parser its analysis of the grammar. What the tables do not have is found out when it is first wanted: the
 * rules as data and what may follow them, where a file has a syntax error; a choice that looks far ahead.
 */
export function useTables(parser: AnalysedParser, { tokens, decisions, repetitions }: ParserTables): void {
  const types = tokens.map((name) => parser.tokensMap[name]!);
  const lookFurther = furtherChoices(parser);
  for (const [key, decision] of Object.entries(decisions))
    parser.lookAheadFuncsCache.set(Number(key), lookAhead(decision, types, lookFurther(Number(key))));
  for (const [key, [token, occurrence, isEndOfRule]] of Object.entries(repetitions))
    parser.firstAfterRepMap[Number(key)] = {
      token: token === null ? undefined : types[token],
      occurrence: occurrence ?? undefined,
      isEndOfRule,
    };
  parser.selfAnalysisDone = true;
  analyseWhenWanted(parser);
}

/** The automaton is put together when a file first comes to its place. */
function lookAhead(decision: Decision, types: readonly TokenType[], further: LookAhead): LookAhead {
  const isOptional = decision.kind === 'optional';
  let automaton: Edges[] | undefined;
  return function (alternatives) {
    automaton ??= decision.states.map((state) => edgesOf(state, types));
    let target: number | null | undefined = 0;
    for (let ahead = 1; typeof target === 'number' && target >= 0; ahead++)
      target = automaton[target]![this.LA(ahead).tokenTypeIdx];
    if (target === null) return further.call(this, alternatives);
    const choice = target === undefined ? undefined : -1 - target;
    return isOptional ? choice === 0 : choice;
  };
}

/** Targets by chevrotain's own numbers of token types. */
type Edges = Record<number, number | null>;

function edgesOf(state: State, types: readonly TokenType[]): Edges {
  const edges: Edges = {};
  for (let index = 0; index < state.length; index += 2)
    edges[types[state[index]!]!.tokenTypeIdx!] = state[index + 1]!;
  return edges;
}

/** Chevrotain's own way to choose, by key; all are made when the first is wanted. */
function furtherChoices(parser: AnalysedParser): (key: number) => LookAhead {
  const make = parser.preComputeLookaheadFunctions.bind(parser);
  let isMade = false;
  // The analysis leaves them out.
  parser.preComputeLookaheadFunctions = () => {};
  return (key) =>
    function (alternatives) {
      if (!isMade) make(Object.values(parser.gastProductionsCache));
      isMade = true;
      return parser.lookAheadFuncsCache.get(key)!.call(this, alternatives);
    };
}

const wanted = ['gastProductionsCache', 'resyncFollows'] as const;

function analyseWhenWanted(parser: AnalysedParser): void {
  const kept = wanted.map((name) => [name, parser[name]] as const);
  const analyse = () => {
    // Plain properties again: the analysis itself fills them.
    for (const [name, value] of kept)
      Object.defineProperty(parser, name, { value, writable: true, configurable: true, enumerable: true });
    parser.performSelfAnalysis();
  };
  for (const name of wanted) {
    const get = () => {
      analyse();
      return parser[name];
    };
    Object.defineProperty(parser, name, { get, configurable: true, enumerable: true });
  }
}
