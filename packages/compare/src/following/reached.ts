/** What a node of a graph leads to: its own leaves, and the nodes that it goes on to. */
export interface Way<Node, Leaf> {
  leaves: readonly Leaf[];
  on: readonly Node[];
}

/**
 * Finds all leaves that nodes lead to, each node asked once however often it is met. Nodes that lead to each other
 * lead to the same leaves: they are settled together (Tarjan), so that what is found of one on the way through another
 * is not taken for all that there is.
 */
export class Reached<Node, Leaf> {
  private readonly known = new Map<Node, ReadonlySet<Leaf>>();
  private readonly open = new Map<Node, number>();
  private readonly path: Node[] = [];
  private readonly found: Set<Leaf>[] = [];

  constructor(private readonly wayOf: (node: Node) => Way<Node, Leaf>) {}

  from(node: Node): ReadonlySet<Leaf> {
    this.visit(node);
    return this.known.get(node)!;
  }

  /** How far up the path one can get back from here. */
  private visit(node: Node): number {
    const at = this.path.push(node) - 1;
    this.open.set(node, at);
    const { leaves, on } = this.wayOf(node);
    this.found[at] = new Set(leaves);
    let back = at;
    for (const next of on) {
      if (!this.known.has(next)) back = Math.min(back, this.open.get(next) ?? this.visit(next));
      for (const leaf of this.known.get(next) ?? []) this.found[at].add(leaf);
    }
    if (back === at) this.settle(at);
    return back;
  }

  /** All from there on lead to each other. */
  private settle(at: number): void {
    const all = new Set(this.found.splice(at).flatMap((found) => [...found]));
    for (const node of this.path.splice(at)) {
      this.open.delete(node);
      this.known.set(node, all);
    }
  }
}
