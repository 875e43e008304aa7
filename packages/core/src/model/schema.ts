/**
 * What a report may speak of: the names that a block knows, with their aliases and units.
 * Written in the library as 结构; templates and departments may add their own.
 */
export interface SchemaItem {
  name: string;
  aliases: string[];
  /** Unit of the figures of this item when none is written; the report's money unit when absent. */
  unit?: string;
  /** A text of the author, no figure: what is not written is empty. */
  text?: boolean;
  /** Any further name is accepted below this item. */
  open: boolean;
  /** Children are lines with a classification code. */
  coded?: 'functional' | 'economic';
  children: Map<string, SchemaItem>;
  /** What each of the author's own items below this one may say: of every project, whatever it is called. */
  each?: SchemaItem;
}

/** Finds the item that a name or an alias means. */
export function schemaChild(item: SchemaItem | undefined, name: string): SchemaItem | undefined {
  if (!item) return undefined;
  const direct = item.children.get(name);
  if (direct) return direct;
  for (const child of item.children.values()) if (child.aliases.includes(name)) return child;
  return undefined;
}

/** What is known of the item that a name below this one means, be the name one of the author's own. */
export function schemaBelow(item: SchemaItem | undefined, name: string): SchemaItem | undefined {
  return schemaChild(item, name) ?? (item?.each && { ...item.each, name });
}

/** An item that knows nothing and accepts nothing yet. */
export function emptySchema(name = '', open = false): SchemaItem {
  return { name, aliases: [], open, children: new Map() };
}
