import { access, constants } from 'node:fs/promises';
import { platform } from 'node:os';
import { delimiter, join } from 'node:path';

/** A browser of this machine that prints PDF: Edge, Chrome or Chromium; undefined where there is none. */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  for (const path of places(env)) if (await isProgram(path)) return path;
  return undefined;
}

function places(env: NodeJS.ProcessEnv): string[] {
  if (platform() === 'win32') return windowsPlaces(env);
  if (platform() === 'darwin') return macPlaces(env);
  const names = [
    'microsoft-edge-stable',
    'microsoft-edge',
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
  ];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), '/snap/bin/chromium'];
}

function windowsPlaces(env: NodeJS.ProcessEnv): string[] {
  const folders = ['PROGRAMFILES(X86)', 'PROGRAMFILES', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
  const programs = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'];
  return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
}

function macPlaces(env: NodeJS.ProcessEnv): string[] {
  const folders = ['/Applications', join(env['HOME'] ?? '/', 'Applications')];
  return ['Microsoft Edge', 'Google Chrome', 'Chromium'].flatMap((name) =>
    folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
  );
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
