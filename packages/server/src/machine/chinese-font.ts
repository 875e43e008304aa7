import { readdir, readFile } from 'node:fs/promises';
import { homedir, platform } from 'node:os';
import { basename, join } from 'node:path';

/**
 * Files of fonts with Chinese letters, the best for charts first: 微软雅黑, 黑体, 等线, 苹方, 思源黑体, 文泉驿, 宋体 … as
 * Windows, macOS and the distributions of Linux name them.
 */
const fontFiles = [
  'msyh.ttc',
  'msyh.ttf',
  'simhei.ttf',
  'Deng.ttf',
  'PingFang.ttc',
  'Hiragino Sans GB.ttc',
  'STHeiti Medium.ttc',
  'STHeiti Light.ttc',
  'NotoSansCJK-Regular.ttc',
  'NotoSansCJKsc-Regular.otf',
  'NotoSansSC-Regular.otf',
  'NotoSansSC-Regular.ttf',
  'SourceHanSansCN-Regular.otf',
  'SourceHanSansSC-Regular.otf',
  'SourceHanSans-Regular.ttc',
  'wqy-microhei.ttc',
  'wqy-zenhei.ttc',
  'DroidSansFallbackFull.ttf',
  'DroidSansFallback.ttf',
  'simsun.ttc',
  'simfang.ttf',
  'Songti.ttc',
];

/** Where fonts lie on this machine. */
export function fontFolders(env: NodeJS.ProcessEnv = process.env): string[] {
  const home = homedir();
  if (platform() === 'win32')
    return [
      join(env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
      join(env['LOCALAPPDATA'] ?? home, 'Microsoft\\Windows\\Fonts'),
    ];
  if (platform() === 'darwin')
    return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library/Fonts')];
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.local/share/fonts'),
    join(home, '.fonts'),
  ];
}

/** The bytes of the best Chinese font in these folders; undefined where there is none. */
export async function chineseFont(folders: readonly string[]): Promise<Uint8Array | undefined> {
  const found = (await Promise.all(folders.map(filesBelow))).flat();
  const byName = new Map(found.map((path) => [basename(path).toLowerCase(), path]));
  const best = fontFiles.map((name) => byName.get(name.toLowerCase())).find((path) => path !== undefined);
  return best === undefined ? undefined : readFile(best);
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder, { recursive: true })).map((name) => join(folder, name));
  } catch {
    return [];
  }
}
