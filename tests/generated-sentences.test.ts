import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { skeletonTemplates } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { type Fault, faultsOf } from '../packages/cli/src/trial/faults.js';
import { tryTemplate } from '../packages/cli/src/trial/try-template.js';
import { exampleFiles, loadText } from './check.js';

const examples = exampleFiles
  .filter((path) => !path.includes('差错'))
  .map((path) => [path, readFileSync(join(import.meta.dirname, '..', 'examples', path), 'utf8')] as const);

/** What a template prints of any report is a sentence that somebody would write, whatever the figures. */
describe.each(skeletonTemplates)('%s', { timeout: 300_000 }, (name) => {
  test('reports that say nothing, zeros, half and all', () => {
    const template = loadText('').templates.get(name)!;
    const { count, faults } = tryTemplate(template, [], { read: () => undefined }, { count: 15 });
    expect(count).toBeGreaterThan(50);
    expect(faults.map(told)).toEqual([]);
  });

  // What one province asks for, others do not know.
  test.each(examples)('%s', (_, text) => {
    const chosen = withTemplate(text, name);
    const made = [chosen, chosen.replace(/(?<=\s)\d[\d,]*\.\d+/g, '0.00')];
    const faults = made.flatMap((each) => faultsOf(loadText(each))).filter(({ kind }) => kind !== 'heading');
    expect(faults.map(told)).toEqual([]);
  });
});

function told({ kind, what, sentence, ...rest }: Fault & { report?: string }): string {
  return `${kind} ${what} ${sentence}\n${rest.report ?? ''}`;
}

function withTemplate(text: string, template: string): string {
  const line = `  模板 ${template}`;
  return /^ {2}模板 /m.test(text) ? text.replace(/^ {2}模板 .*$/m, line) : text.replace('{', `{\n${line}`);
}
