/** A map whose values are made when they are first asked for. */
export class LazyMap<V> implements ReadonlyMap<string, V> {
  private readonly made = new Map<string, V>();

  constructor(private readonly makers: ReadonlyMap<string, () => V>) {}

  get size(): number {
    return this.makers.size;
  }

  get(key: string): V | undefined {
    const maker = this.makers.get(key);
    if (maker && !this.made.has(key)) this.made.set(key, maker());
    return this.made.get(key);
  }

  has(key: string): boolean {
    return this.makers.has(key);
  }

  keys(): MapIterator<string> {
    return this.makers.keys();
  }

  values(): MapIterator<V> {
    return this.whole().values();
  }

  entries(): MapIterator<[string, V]> {
    return this.whole().entries();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  private whole(): Map<string, V> {
    return new Map([...this.keys()].map((key) => [key, this.get(key)!]));
  }
}

/** All of both; what stands in both is that of `above`. Nothing of `base` is made for it. */
export function layered<V>(
  base: ReadonlyMap<string, V>,
  above: ReadonlyMap<string, V>,
): ReadonlyMap<string, V> {
  if (above.size === 0) return base;
  const maker = (map: ReadonlyMap<string, V>) => (key: string) => [key, () => map.get(key)!] as const;
  return new LazyMap(new Map([...[...base.keys()].map(maker(base)), ...[...above.keys()].map(maker(above))]));
}
