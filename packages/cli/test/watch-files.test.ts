import { watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Watcher } from '../src/watch/watch-files.js';
import { folderWith } from './command-line.js';

/** A watcher of a folder, and what it noticed after something was written there. */
function watching(files: Record<string, string>) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { cwd } = folderWith(files);
  const watcher = new Watcher();
  onTestFinished(() => watcher.close());
  watcher.watch({ files: [join(cwd, '甲.fiscal')], folders: [cwd] });
  const noticed = async (write: () => void): Promise<boolean> => {
    let isNoticed = false;
    void watcher.change().then(() => (isNoticed = true));
    await new Promise<void>((resolve) => {
      const other = watch(cwd, () => {
        other.close();
        resolve();
      });
      write();
    });
    await vi.advanceTimersByTimeAsync(1000);
    return isNoticed;
  };
  return { write: (name: string, text: string) => noticed(() => writeFileSync(join(cwd, name), text)) };
}

test('what is written again as it was is no change', async () => {
  const { write } = watching({ '甲.fiscal': '1', '乙.fiscal': '1' });
  expect(await write('甲.fiscal', '1')).toBe(false);
});

test.each(['甲.fiscal', '乙.fiscal', '丙.fiscal'])('other words in %s are one', async (name) => {
  const { write } = watching({ '甲.fiscal': '1', '乙.fiscal': '1' });
  expect(await write(name, '2')).toBe(true);
});

test('another kind of file in the folder is none', async () => {
  const { write } = watching({ '甲.fiscal': '1' });
  expect(await write('成文.html', '1')).toBe(false);
});
