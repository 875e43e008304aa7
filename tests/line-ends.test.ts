import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { check } from './check.js';

/**
 * A line ends with LF, with CRLF, or with CR alone, as the language server protocol counts lines: whichever it is,
 * the same is found at the same places.
 */
const breaks = { CRLF: '\r\n', CR: '\r' };

const folder = join(import.meta.dirname, 'stories');
const stories = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
const sources = stories.flatMap((page) =>
  [...page.matchAll(/^```fiscal\n([\s\S]*?)^```$/gm)].map(([, source]) => source!),
);

describe.each(Object.entries(breaks))('with %s', (_, lineBreak) => {
  test('each source of the pages of the rules is found to be wrong at the same places', () => {
    expect(sources.length).toBeGreaterThan(100);
    for (const source of sources) expect(placesIn(source, lineBreak)).toEqual(placesIn(source, '\n'));
  });

  test('or with one mark of a text lost', () => {
    const broken = sources.flatMap((source) =>
      [...source.matchAll(/"""|"/g)].map(
        ({ 0: mark, index }) => source.slice(0, index) + source.slice(index + mark.length),
      ),
    );
    expect(broken.length).toBeGreaterThan(50);
    for (const source of broken) expect(placesIn(source, lineBreak)).toEqual(placesIn(source, '\n'));
  });

  test.each([
    ['a text block that is not closed', '职责 """\n    负责档案。\n\n    【收入.总记】\n'],
    ['one with nothing in it', '职责 """\n'],
    ['one at the end of the file', '职责 """\n    负责'],
    ['one that is not closed before the next', '职责 """\n负责。\n机构设置 """\n一个。\n"""\n'],
    ['a string that is not closed', '职责 "负责\n'],
    ['one that a brace ends', '项目 甲 { 评价 "完成 }\n'],
    ['a text block with holes', '职责 """\n    【收入.总记】\n    和【收入.\n  """\n'],
    ['a text block behind a brace too many', '}\n"""\n负责\n"""\n'],
    ['a comment of several lines', '/* 甲\n乙\n*/ 职责 "【收入.总记】"\n'],
    ['a comment of one line', '// 甲\n职责 "【收入.总记】"\n'],
  ])('what follows %s', (_, text) => {
    const source = `部门决算 甲局 2023 {\n  ${text}\n  收入 { 事业收入 1.00 本年收入合计 3.00 }\n}\n`;
    const found = placesIn(source, lineBreak);
    expect(found).toEqual(placesIn(source, '\n'));
    expect(found.length).toBeGreaterThan(0);
  });
});

/** `rule line:character-line:character` of every finding, of a source whose lines end that way. */
function placesIn(source: string, lineBreak: string): string[] {
  return check(source.replaceAll('\n', lineBreak)).map(placed);
}

function placed({ rule, origin }: Finding): string {
  const { start, end } = origin.range;
  return `${rule} ${start.line}:${start.character}-${end.line}:${end.character}`;
}
