import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const { oldest, unsupportedNode } = createRequire(import.meta.url)('../bin/supported-node.js');

const root = join(import.meta.dirname, '..', '..', '..');

test('what is declared is what is refused', () => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(engines.node).toBe(`>=${oldest}`);
});

test.each(['12.22.12', '18.20.8', '20.9.0', '20.18.3'])('Node %s is told in one line', (version) => {
  const refusal = unsupportedNode(version)!;
  expect(refusal).toContain(`需要 Node.js ${oldest} 或更新的版本，现在是 ${version}`);
  expect(refusal).not.toContain('\n');
});

test.each(['20.19.0', '20.20.2', '22.0.0', '24.22.3', '100.1.0'])('Node %s will do', (version) => {
  expect(unsupportedNode(version)).toBeUndefined();
});

test.each(['fiscal.js', 'check-node.js'])('%s of an older Node says it, and fails', (program) => {
  const pretence = `Object.defineProperty(process.versions, 'node', { value: '18.20.8' })`;
  const preload = `data:text/javascript,${encodeURIComponent(pretence)}`;
  const file = join(root, 'packages', 'cli', 'bin', program);
  let failure: { status: number; stderr: string; stdout: string } | undefined;
  try {
    execFileSync(process.execPath, ['--import', preload, file, 'rules'], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    failure = error as typeof failure;
  }
  expect(failure).toMatchObject({ stdout: '', stderr: `${unsupportedNode('18.20.8')}\n` });
  expect(failure!.status).toBe(2);
});
