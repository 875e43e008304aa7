import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderHtml } from '@fiscal/report';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleFiles } from '../check.js';
import { exampleOf } from '../office/published.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(() => browser.close());

/** Both widths and both colours, in as few pages as will do. */
const screens = [
  { width: 360, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const;

/** What axe finds wrong on the page: the rule, and the first place. */
async function violations(html: string, { width, colorScheme }: (typeof screens)[number]): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.setContent(html);
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate('axe.run(document)')) as AxeResults;
  await page.close();
  return found.map(({ id, nodes }) => `${width} ${colorScheme} ${id}: ${nodes[0]?.html}`);
}

test.each(exampleFiles)('%s: the page can be used by everybody, on a phone and in the dark', async (path) => {
  const html = renderHtml(exampleOf(path).document);
  const found: string[] = [];
  for (const screen of screens) found.push(...(await violations(html, screen)));
  expect(found).toEqual([]);
});

test('a page that cannot be is told', async () => {
  expect(await violations('<img src="x">', screens[0]!)).not.toEqual([]);
});
