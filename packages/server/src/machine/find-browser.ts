import { platform } from 'node:os';
import { join } from 'node:path';
import { firstProgram, onPath } from './find-program.js';

/** A browser of this machine that prints PDF: Edge, Chrome or Chromium; undefined where there is none. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  return firstProgram(places(env));
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
  return [...onPath(env, names), '/snap/bin/chromium'];
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
