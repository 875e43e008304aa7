import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WordLayout } from '@fiscal/report';
import { firstProgram, onPath } from './find-program.js';

/** What does not end for so long never will. */
const patience = 180_000;

/** LibreOffice of this machine, which lays out Word files without Word; undefined where it is not installed. */
export async function findWordLayout(env: NodeJS.ProcessEnv = process.env): Promise<WordLayout | undefined> {
  const program = await firstProgram(places(env));
  return program === undefined
    ? undefined
    : async (file, bookmarks) => pagesOfBookmarks(await asPdf(program, file), bookmarks);
}

function places(env: NodeJS.ProcessEnv): string[] {
  if (platform() === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)']
      .flatMap((name) => env[name] ?? [])
      .map((folder) => join(folder, 'LibreOffice\\program\\soffice.exe'));
  if (platform() === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  return [...onPath(env, ['soffice', 'libreoffice']), '/snap/bin/libreoffice'];
}

/** With a profile of its own: one that is open elsewhere would take the file and not answer. Undefined where it fails. */
async function asPdf(program: string, file: Uint8Array): Promise<Uint8Array | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'fiscal-word-'));
  try {
    await writeFile(join(folder, 'report.docx'), file);
    await ended(program, [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      `pdf:writer_pdf_Export:${JSON.stringify({ ExportBookmarksToPDFDestination: { type: 'boolean', value: 'true' } })}`,
      '--outdir',
      folder,
      join(folder, 'report.docx'),
    ]);
    return await readFile(join(folder, 'report.pdf'));
  } catch {
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** It begins programs of its own: all of them end with it. */
function ended(program: string, operands: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const grouped = platform() !== 'win32';
    const running = spawn(program, operands, { stdio: 'ignore', detached: grouped });
    const impatience = setTimeout(() => {
      if (grouped && running.pid !== undefined) process.kill(-running.pid, 'SIGKILL');
      else running.kill('SIGKILL');
    }, patience);
    running.on('error', reject);
    running.on('close', () => {
      clearTimeout(impatience);
      resolve();
    });
  });
}

async function pagesOfBookmarks(
  pdf: Uint8Array | undefined,
  bookmarks: readonly string[],
): Promise<Map<string, number>> {
  if (!pdf) return new Map();
  const { destinationsOf } = await import('@fiscal/read');
  const pages = await destinationsOf(pdf);
  return new Map(
    bookmarks.flatMap((name): [string, number][] => {
      const page = spellings(name)
        .map((spelling) => pages.get(spelling))
        .find((found) => found !== undefined);
      return page === undefined ? [] : [[name, page]];
    }),
  );
}

/** _部 may be called 5F25E9258325A8 in the PDF: escaped as in an address, then each sign as two digits. */
function spellings(name: string): string[] {
  const escaped = encodeURIComponent(name);
  const digits = escaped.replace(/[^A-Za-z0-9]/g, (sign) => sign.charCodeAt(0).toString(16).toUpperCase());
  return [name, escaped, digits];
}
