/** icons/icon.svg as the PNG that the editor's list of extensions wants. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const icons = join(import.meta.dirname, '..', 'icons');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(`<style>body{margin:0}</style>${readFileSync(join(icons, 'icon.svg'), 'utf8')}`);
await page.screenshot({ path: join(icons, 'icon.png'), omitBackground: true });
await browser.close();
