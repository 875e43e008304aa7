import {
  afford,
  holds,
  isScheme,
  numberHoles,
  openMember,
  repeatScopes,
  schemesLike,
  type Scope,
  type TemplateNode,
} from '@fiscal/core';
import type { Block } from '../document/document.js';
import { composeChart } from './charts.js';
import type { Composer, Place } from './composer.js';
import { composeHeading } from './headings.js';
import { richInlines } from './inlines.js';
import { composeMarkdown } from './markdown.js';
import { composeParagraph, openParagraph } from './paragraphs.js';
import { composeTable } from './tables/table.js';

/** A block costs more than going through a list does. */
const blockSteps = 5;

/** The blocks of a template, in order. */
export function composeNodes(nodes: readonly TemplateNode[], place: Place, composer: Composer): Block[] {
  return nodes.flatMap((node) => composeNode(node, place, composer));
}

function composeNode(node: TemplateNode, place: Place, composer: Composer): Block[] {
  const inside = (nodes: readonly TemplateNode[], scope: Scope = place.scope) =>
    composeNodes(nodes, { ...place, scope }, composer);
  switch (node.kind) {
    case 'cover':
      return [{ kind: 'cover', blocks: inside(node.content) }];
    case 'contents':
      return [composeContents(node, place, composer)];
    case 'part':
    case 'section': {
      const { heading, below } = composeHeading(node, place, composer);
      return [heading, ...composeNodes(node.content, below, composer)];
    }
    case 'paragraph':
      return composeParagraph(node, place, composer);
    case 'list': {
      const scheme = listScheme(node, composer);
      return composeNodes(node.content, { ...place, list: { number: 0, scheme } }, composer);
    }
    case 'markdown':
      return composeMarkdown(node, place, composer);
    case 'chart':
      return composeChart(node, place.scope, composer);
    case 'table':
      return composeTable(node, place, composer);
    case 'choice':
      return inside(holds(node.condition, place.scope) ? node.then : node.otherwise);
    case 'repeat': {
      const scopes = repeatScopes(node, place.scope);
      const open = scopes.length === 0 && openMember(node, place.scope);
      if (open) return [openParagraph(open, place, composer, node.list.origin)];
      return scopes.flatMap((scope) =>
        afford(scope, blockSteps * node.content.length, node.list.origin) ? inside(node.content, scope) : [],
      );
    }
  }
}

/** A scheme with words in braces that mean nothing is told, and numbers as lists do. */
function listScheme({ numbering, origin }: TemplateNode & { kind: 'list' }, composer: Composer): string {
  if (numbering === undefined) return composer.settings.numbering.list;
  if (isScheme(numbering, numberHoles)) return numbering;
  const parameters = { name: '列表', value: numbering };
  composer.report('Z025', origin, 'wrong-setting', parameters, schemesLike(numbering, numberHoles));
  return composer.settings.numbering.list;
}

/** The entries are still being collected: the list is full when the document is. */
function composeContents(node: TemplateNode & { kind: 'contents' }, place: Place, composer: Composer): Block {
  return {
    kind: 'contents',
    title: richInlines(node.title, place.scope, composer.settings),
    blocks: composeNodes(node.content, place, composer),
    entries: composer.entries,
  };
}
