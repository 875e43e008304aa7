import {
  type CstNodeBuilder,
  createLangiumParser,
  type LangiumCoreServices,
  type LangiumParser,
} from 'langium';
import { recoverByLines } from './syntax/line-recovery.js';

/**
 * Langium's parser, which looks for the place of comments before every token, also where there are none, among
 * all nodes of the block around it: time that grows with the square of a block's length (16 s for 60,000
 * lines, 2 s without). Looks only where there is a comment.
 */
export function createLinearParser(services: LangiumCoreServices): LangiumParser {
  const parser = createLangiumParser(services);
  // Private in Langium, and the only door to it.
  const { nodeBuilder } = parser as unknown as { nodeBuilder: CstNodeBuilder };
  const addHiddenNodes = nodeBuilder.addHiddenNodes.bind(nodeBuilder);
  nodeBuilder.addHiddenNodes = (tokens) => {
    if (tokens.length > 0) addHiddenNodes(tokens);
  };
  recoverByLines(parser);
  return parser;
}
