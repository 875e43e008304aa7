/** What is to be known of the grammar to parse with it, as data: from the analysis that chevrotain makes of it. */
import { createLangiumParser } from 'langium';
import { coreServices } from '../dist/parser.js';

const chevrotain = new URL('./', import.meta.resolve('chevrotain'));
const { NextTerminalAfterManyWalker, NextTerminalAfterAtLeastOneWalker } = await import(
  new URL('parse/grammar/interpreter.js', chevrotain).href
);
const { collectMethods } = await import(new URL('parse/parser/traits/looksahead.js', chevrotain).href);
const keys = await import(new URL('parse/grammar/keys.js', chevrotain).href);

/** What needs to look further is left to chevrotain: there are choices that no number of tokens suffices for. */
const longestPath = 3;

/** See src/parser-tables/parser-tables.ts. */
export function parserTables() {
  const { wrapper } = createLangiumParser(coreServices());
  const types = Object.values(wrapper.tokensMap);
  if (types.some(({ categoryMatches }) => categoryMatches.length > 0))
    throw new Error('Token types with categories need more than these tables.');
  const tables = { tokens: [], decisions: {}, repetitions: {} };
  const numberOf = (type) => {
    const known = tables.tokens.indexOf(type.name);
    return known >= 0 ? known : tables.tokens.push(type.name) - 1;
  };
  for (const { key, kind, afterwards } of places(wrapper)) {
    const choose = wrapper.lookAheadFuncsCache.get(key);
    tables.decisions[key] = { kind, states: automaton(choose, types, numberOf) };
    if (!afterwards) continue;
    const { token, occurrence = null, isEndOfRule } = afterwards;
    tables.repetitions[key] = [token ? numberOf(token) : null, occurrence, isEndOfRule];
  }
  return tables;
}

/** Every place of the grammar where there is a choice, with its key. */
function places({ gastProductionsCache, fullRuleNameToShort }) {
  return Object.entries(gastProductionsCache).flatMap(([name, rule]) => {
    const { alternation, option, repetition, repetitionMandatory, ...others } = collectMethods(rule);
    if (Object.values(others).flat().length > 0) throw new Error(`${name} has repetitions with separators.`);
    if (alternation.some(({ hasPredicates }) => hasPredicates)) throw new Error(`${name} has conditions.`);
    const keyOf = (method, { idx }) =>
      keys.getKeyForAutomaticLookahead(fullRuleNameToShort[name], method, idx);
    const found = (list, method, kind, Walker) =>
      list.map((production) => ({
        key: keyOf(method, production),
        kind,
        afterwards: Walker && new Walker(rule, production.idx).startWalking(),
      }));
    return [
      ...found(alternation, keys.OR_IDX, 'alternatives'),
      ...found(option, keys.OPTION_IDX, 'optional'),
      ...found(repetition, keys.MANY_IDX, 'optional', NextTerminalAfterManyWalker),
      ...found(repetitionMandatory, keys.AT_LEAST_ONE_IDX, 'optional', NextTerminalAfterAtLeastOneWalker),
    ];
  });
}

/**
 * What chevrotain chooses, asked with every beginning that it wants to see more of, as an automaton: its states from
 * the first on, each with its edges. States from which the same choices follow are one.
 */
function automaton(choose, types, numberOf) {
  const states = [];
  const numbers = new Map();
  const stateAfter = (path) => {
    const edges = types.flatMap((type) => {
      const target = targetAfter([...path, type]);
      return target === undefined ? [] : [numberOf(type), target];
    });
    const key = edges.join();
    if (!numbers.has(key)) numbers.set(key, states.push(edges) - 1);
    return numbers.get(key);
  };
  const targetAfter = (path) => {
    const chosen = choiceAfter(choose, path);
    if (chosen === wantsMore) return path.length < longestPath ? stateAfter(path) : null;
    return chosen === undefined ? undefined : -1 - chosen;
  };
  stateAfter([]);
  // The first state was made last.
  const last = states.length - 1;
  const renumbered = (each, at) => (at % 2 && each >= 0 && each !== null ? last - each : each);
  return states.toReversed().map((edges) => edges.map(renumbered));
}

const wantsMore = Symbol('wants to see more');

/** The choice with exactly these tokens ahead: its number, undefined for none, or that they do not suffice. */
function choiceAfter(choose, path) {
  const LA = (ahead) => {
    if (ahead > path.length) throw wantsMore;
    const { tokenTypeIdx } = path[ahead - 1];
    return { tokenTypeIdx, tokenType: path[ahead - 1], image: '' };
  };
  try {
    const chosen = choose.call({ LA });
    return chosen === true ? 0 : chosen === false ? undefined : chosen;
  } catch (thrown) {
    if (thrown !== wantsMore) throw thrown;
    return wantsMore;
  }
}
