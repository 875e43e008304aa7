import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './project.js';

/** The small example as it is published, and the source that reading it makes. */
export const published = {
  name: '示例县档案馆-2024',
  document: '档案馆决算公开.docx',
  print: '档案馆决算公开.pdf',
};

/** Puts the publications of the small example into a folder. */
export function publishInto(folder: string): void {
  const source = join(root, 'examples', published.name, `${published.name}.fiscal`);
  run('build', source, '-o', folder, '--to', 'docx,pdf');
  renameSync(join(folder, `${published.name}.docx`), join(folder, published.document));
  renameSync(join(folder, `${published.name}.pdf`), join(folder, published.print));
}

/** What the command line makes of a document: the editor writes the same. */
export function readByCommandLine(document: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fiscal-published-'));
  try {
    run('read', document, '-o', join(folder, 'read.fiscal'));
    const [file] = readdirSync(folder);
    if (!file || !existsSync(join(folder, file))) throw new Error(`Nothing was read from ${document}`);
    return readFileSync(join(folder, file), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(...parameters: string[]): void {
  const program = join(root, 'packages', 'cli', 'bin', 'fiscal.js');
  const { status, stderr } = spawnSync(process.execPath, [program, ...parameters], { encoding: 'utf8' });
  // 1: something was not understood, which the source says too.
  if (status !== 0 && status !== 1) throw new Error(`fiscal ${parameters.join(' ')}: ${stderr}`);
}
