/**
 * What chevrotain finds out of the grammar whenever a parser is made, found out once: `npm run grammar` writes it,
 * a test compares it with what the parser would find out.
 */
export interface ParserTables {
  /** Names of the token types that the tables speak of, by their numbers in them. */
  tokens: readonly string[];
  /** How to go on, by chevrotain's key of each place where there is a choice. */
  decisions: Readonly<Record<number, Decision>>;
  /** What stands behind each repetition of a rule, by the same keys. */
  repetitions: Readonly<Record<number, AfterRepetition>>;
}

/** An automaton that reads the tokens ahead; it begins in its first state. */
export interface Decision {
  kind: 'alternatives' | 'optional';
  states: readonly State[];
}

/**
 * Token, target, token, target …; other tokens fit nowhere. A target below zero is the choice -1 - target; null says
 * that the tables do not look further ahead.
 */
export type State = readonly (number | null)[];

/** The one token that has to follow, if it is one, and its occurrence in the rule; whether the rule ends there. */
export type AfterRepetition = readonly [
  token: number | null,
  occurrence: number | null,
  isEndOfRule: boolean,
];
