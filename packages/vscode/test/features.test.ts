import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serverCapabilities } from './server-capabilities.js';

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');

/** How client and server talk, not what a user gets of it. */
const plumbing = new Set(['textDocumentSync', 'positionEncoding', 'workspace']);

test("the manual's table of features is what the server can do", async () => {
  const [, table = ''] = /## 编辑功能[^\n]*\n([\s\S]*?)\n## /.exec(readme) ?? [];
  const listed = [...table.matchAll(/`(\w+Provider)`/g)].map(([, capability]) => capability!);
  const declared = (await serverCapabilities()).filter((capability) => !plumbing.has(capability));
  expect(listed.sort()).toEqual(declared.sort());
});
