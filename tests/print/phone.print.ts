import { renderHtml } from '@fiscal/report';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleFiles } from '../check.js';
import { exampleOf } from '../office/published.js';

let browser: Browser;
beforeAll(async () => {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(() => browser.close());

const drawn = exampleFiles
  .map((path) => ({ path, ...exampleOf(path) }))
  .filter(({ document }) => document.blocks.some(({ kind }) => kind === 'chart'));

test.each(drawn)(
  '$path on a phone: every letter of a chart can be read, and the page does not scroll sideways',
  async ({ document }) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.setContent(renderHtml(document));
    const letters = await page.locator('.panel svg text').evaluateAll((texts) =>
      texts.map((text) => {
        const drawing = (text as SVGTextElement).ownerSVGElement!;
        const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
        return Number(text.getAttribute('font-size')) * scale;
      }),
    );
    expect(letters.length).toBeGreaterThan(0);
    expect(Math.min(...letters)).toBeGreaterThanOrEqual(9);
    expect(await page.evaluate(() => window.document.documentElement.scrollWidth)).toBe(360);
    await page.close();
  },
);
