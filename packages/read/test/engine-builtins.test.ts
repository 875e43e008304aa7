import { expect, test } from 'vitest';

/** What older engines are thought to lack is replaced for the whole program, at a hundred times the cost. */
test('reading a PDF leaves the program what its engine has', async () => {
  const before = [Array.prototype.push, JSON.parse, Function.prototype.toString];
  await import('../src/extract/pdf/pdfjs.js');
  expect([Array.prototype.push, JSON.parse, Function.prototype.toString]).toEqual(before);
  expect(String(Array.prototype.push)).toContain('[native code]');
  expect(Object.keys(JSON)).toEqual([]);
});
