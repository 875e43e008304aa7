import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';

/**
 * The same without a tag: a table that the contents lead to has a heading, whose place hosts name by its words, and links
 * go there.
 */
export function withoutHtml(root: Root): Root {
  const children = root.children.map(withHeading);
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const node of children) if (node.type === 'heading') noteSlug(node, slugs, taken);
  return { ...root, children: children.map((node) => cleaned(node, slugs)) };
}

const anchor = /^<a id="([^"]*)"><\/a>$/;

/** What is anchored is a heading, if it is none yet. */
function withHeading(node: RootContent): RootContent {
  const [first] = node.type === 'paragraph' ? node.children : [];
  if (node.type !== 'paragraph' || first?.type !== 'html' || !anchor.test(first.value)) return node;
  const words = node.children.flatMap((child) => (child.type === 'strong' ? child.children : [child]));
  return { type: 'heading', depth: 3, children: words };
}

/** As GitHub and its like name the place of a heading: its letters and digits, blanks as hyphens, a number when it comes again. */
function noteSlug(heading: Heading, slugs: Map<string, string>, taken: Set<string>): void {
  const plain = wordsOf(heading.children)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '');
  const wish = plain.trim().replace(/ /g, '-');
  let slug = wish;
  for (let count = 1; taken.has(slug); count += 1) slug = `${wish}-${count}`;
  taken.add(slug);
  for (const child of heading.children) {
    const id = child.type === 'html' ? anchor.exec(child.value)?.[1] : undefined;
    if (id !== undefined) slugs.set(id, slug);
  }
}

function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'inlineCode') return node.value;
      return 'children' in node ? wordsOf(node.children) : '';
    })
    .join('');
}

function cleaned<Node extends RootContent>(node: Node, slugs: ReadonlyMap<string, string>): Node {
  if (node.type === 'link' && node.url.startsWith('#')) {
    const slug = slugs.get(node.url.slice(1));
    return {
      ...node,
      url: slug === undefined ? node.url : `#${slug}`,
      children: tagless(node.children, slugs),
    };
  }
  if (!('children' in node)) return node;
  return { ...node, children: tagless(node.children as RootContent[], slugs) };
}

/** A line break in a cell becomes a blank, other tags go. */
function tagless<Node extends RootContent>(
  nodes: readonly Node[],
  slugs: ReadonlyMap<string, string>,
): Node[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'html') return [cleaned(node, slugs)];
    return node.value === '<br>' ? [{ type: 'text', value: ' ' } as Node] : [];
  });
}
