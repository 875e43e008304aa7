import {
  type CstNodeBuilder,
  prepareLangiumParser,
  type LangiumCoreServices,
  type LangiumParser,
} from 'langium';
import { parserTables } from './parser-tables/generated/tables.js';
import { type AnalysedParser, useTables } from './parser-tables/use-tables.js';
import { recoverByLines } from './syntax/line-recovery.js';

interface Inside {
  nodeBuilder: CstNodeBuilder;
  wrapper: AnalysedParser;
}

/**
 * Langium's parser, which looks for the place of comments before every token, also where there are none, among
 * all nodes of the block around it: time that grows with the square of a block's length (16 s for 60,000
 * lines, 2 s without). Looks only where there is a comment. What is to be known of the grammar is taken from tables.
 */
export function createLinearParser(services: LangiumCoreServices): LangiumParser {
  const parser = prepareLangiumParser(services);
  // Private in Langium, and the only door to them.
  const { nodeBuilder, wrapper } = parser as unknown as Inside;
  useTables(wrapper, parserTables);
  const addHiddenNodes = nodeBuilder.addHiddenNodes.bind(nodeBuilder);
  nodeBuilder.addHiddenNodes = (tokens) => {
    if (tokens.length > 0) addHiddenNodes(tokens);
  };
  recoverByLines(parser);
  return parser;
}
