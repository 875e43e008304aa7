import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allTokens } from '@fiscal/language/editor';
import { parse } from '@fiscal/language';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

const sources = ['examples', 'packages/library/fiscal'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.fiscal'))
    .map((path) => [path, readFileSync(join(root, folder, path), 'utf8')] as const),
);

/** What mends slips leaves alone what is none: each word is the one that stands there, and all of them are read. */
describe.each(sources)('%s', (_, text) => {
  test('is read as it stands', () => {
    const { lexerErrors, parserErrors } = parse(text);
    expect([...lexerErrors, ...parserErrors]).toEqual([]);
    const tokens = allTokens(text);
    for (const { image, startOffset, endOffset, tokenType } of tokens) {
      expect(image).toBe(text.slice(startOffset, endOffset! + 1));
      expect(tokenType.name).not.toBe('MALFORMED');
    }
    const rest = tokens.reduceRight(
      (all, { startOffset, endOffset }) => all.slice(0, startOffset) + all.slice(endOffset! + 1),
      text,
    );
    expect(rest.replace(/[\s，、；：,;:]/g, '')).toBe('');
  });

  test('names and figures stand apart, so that nothing has to be parted or joined', () => {
    const names = allTokens(text).filter(({ tokenType }) => tokenType.name === 'NAME');
    expect(names.filter(({ image }) => /^\d|[-/]/.test(image)).map(({ image }) => image)).toEqual([]);
  });
});
