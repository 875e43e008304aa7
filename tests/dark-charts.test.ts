import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const packages = join(import.meta.dirname, '../packages');
const read = (path: string) => readFileSync(join(packages, path), 'utf8');

const palette = [...read('report/src/chart/palette.ts').matchAll(/\['(#\w+)', '(#\w+)'\]/g)].map(
  ([, dark, lighter]) => [dark!, lighter!] as const,
);
const [light, dark] = ['vscode-light,', 'vscode-dark,\nbody.vscode-high-contrast:not'].map((selector) => {
  const css = read('vscode/webview/preview.css');
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)];
  return rules
    .filter(([, head]) => head!.includes(selector))
    .map(([, , body]) => body)
    .join('\n');
});

test('the preview has the colours of charts that the page has, on light and on dark paper', () => {
  expect(palette.length).toBe(5);
  for (const [index, [own, lighter]] of palette.entries()) {
    expect(light).toContain(`--chart-${index}: ${own};`);
    expect(dark).toContain(`--chart-${index}: ${lighter};`);
  }
});

test('what is drawn can be seen on dark paper', () => {
  const all = [...read('report/src/chart/palette.ts').matchAll(/^ {2}'(#\w+)',$/gm)].map(
    ([, colour]) => colour!,
  );
  const seen = all.map((colour) => palette.find(([own]) => own === colour)?.[1] ?? colour);
  expect(all).toHaveLength(10);
  expect(seen.filter((colour) => contrast(colour, '#1b1c1e') < 3)).toEqual([]);
});

/** As WCAG 2 computes it. */
function contrast(one: string, other: string): number {
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright! + 0.05) / (dim! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
