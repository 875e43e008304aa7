import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { type Path, pathText } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { explainsFigure } from '../vocabulary/attributes.js';
import { isComparative } from '../vocabulary/measures.js';
import { blocksAt } from './report-blocks.js';

/** Something that counts is said in the block itself, or that nothing happened. */
export function isStated(base: FactBase, path: Path, isOfUnits = false): boolean {
  return someInBlock(base, path, ({ code, facts, texts, attributes }) => {
    const counts = ({ measure }: Fact) => !isOfUnits || !isComparative(measure);
    const isSaid = ({ statements }: Fact) => statements.some(({ state }) => state !== 'unfilled');
    if (some(facts.values(), (fact) => counts(fact) && isSaid(fact))) return true;
    if (some(texts.keys(), (name) => !explainsFigure(name))) return true;
    // The name beside a code says no more than the code.
    return some(attributes.keys(), (name) => code === undefined || name !== '名称');
  });
}

/** Something is written in the block itself, even if all of it is left open. */
export function isBegun(base: FactBase, path: Path): boolean {
  return someInBlock(base, path, (subject) => {
    if (some(subject.facts.values(), ({ statements }) => statements.length > 0)) return true;
    return subject.texts.size > 0 || (subject.origin !== undefined && subject.names.length > path.length);
  });
}

/** Whether it holds of the block or of what stands below it, but in blocks of its own. */
function someInBlock(base: FactBase, path: Path, holds: (subject: Subject) => boolean): boolean {
  const block = base.find(path);
  const key = pathText(path);
  const visit = (subject: Subject): boolean => {
    const [own] = blocksAt(base, subject.names);
    if (own && pathText(own) !== key) return false;
    return holds(subject) || some(subject.children.values(), visit);
  };
  return block !== undefined && visit(block);
}

function some<T>(items: Iterable<T>, holds: (item: T) => boolean): boolean {
  for (const item of items) if (holds(item)) return true;
  return false;
}
