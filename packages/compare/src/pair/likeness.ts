import { editDistance, formatPlain, type Subject } from '@fiscal/core';

/** What is said below a subject, as words that can be compared: 执行=40, 科目=2012604. */
export function traitsOf(subject: Subject): ReadonlySet<string> {
  const traits = new Set<string>();
  collect(subject, '', traits);
  return traits;
}

function collect(subject: Subject, path: string, traits: Set<string>): void {
  for (const { measure, statements } of subject.facts.values())
    for (const { state, value } of statements) {
      if (state === 'value' && value && !value.isZero())
        traits.add(`${path}.${measure}=${formatPlain(value)}`);
    }
  for (const [name, { value }] of subject.attributes)
    if (name !== '名称') traits.add(`${path}.${name}=${value}`);
  for (const child of subject.children.values()) collect(child, `${path}.${child.name}`, traits);
}

/** How much of what is said of the one is said of the other, from 0 to 1. */
export function sharedTraits(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const trait of one) if (other.has(trait)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

/** A name that goes on is the same one: 甲项目建设（续）. Of fewer characters it may be any other. */
const shortestPart = 4;

/** How much of two names is alike, from 0 to 1. */
export function nameLikeness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  const isPart = one.includes(other) || other.includes(one);
  if (isPart && Math.min(one.length, other.length) >= shortestPart) return 0.8;
  return longest === 0 ? 0 : 1 - editDistance(one, other) / longest;
}
