import type { Origin } from '@fiscal/core';
import { type Block, figuresIn, type PrintedFigure } from '@fiscal/report';

/**
 * Where each block of a composed report leads: to what the author wrote there in the report's file; to the first figure in it; a heading to
 * the first place of its section. What is the template's own alone leads to the template.
 */
export function blockPlaces(
  blocks: readonly Block[],
  uri: string,
  placeOfFigure: (figure: PrintedFigure) => Origin | undefined,
): ReadonlyMap<Block, Origin> {
  const places = new Map<Block, Origin>();
  const ownPlace = (block: Block): Origin | undefined => {
    const origin = 'origin' in block ? block.origin : undefined;
    if (origin?.uri === uri) return origin;
    if (block.kind === 'heading') return undefined;
    return firstOf(figuresIn([block]), placeOfFigure);
  };
  const all = [...everyBlock(blocks)];
  const own = all.map(ownPlace);
  for (const [index, block] of all.entries()) {
    const place = own[index] ?? (block.kind === 'heading' ? firstBelow(all, own, index) : undefined);
    const fallback = 'origin' in block ? block.origin : undefined;
    if (place ?? fallback) places.set(block, (place ?? fallback)!);
  }
  return places;
}

function* everyBlock(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === 'cover' || block.kind === 'quote') yield* everyBlock(block.blocks);
    if (block.kind === 'list') for (const item of block.items) yield* everyBlock(item);
  }
}

/** Of the blocks up to the next heading that is no smaller one. */
function firstBelow(
  all: readonly Block[],
  places: readonly (Origin | undefined)[],
  heading: number,
): Origin | undefined {
  const { level } = all[heading] as Extract<Block, { kind: 'heading' }>;
  for (let index = heading + 1; index < all.length; index++) {
    const block = all[index]!;
    if (block.kind === 'heading' && block.level <= level) return undefined;
    if (places[index]) return places[index];
  }
  return undefined;
}

function firstOf<T, Result>(all: readonly T[], find: (each: T) => Result | undefined): Result | undefined {
  for (const each of all) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
