import { expect, test } from 'vitest';
import { main, report, Workbench } from './workbench.js';

const written = report('收入 { 总计 3 事业收入 2 其他收入 1 }');

test('an update that changes no text keeps all that is known of the file', async () => {
  const workbench = await Workbench.with({ [main]: written });
  const known = await workbench.examination(main);
  await workbench.write(main, written);
  expect(await workbench.examination(main)).toBe(known);
});

test('what is typed into a figure is examined anew, and so is what is typed over it', async () => {
  const workbench = await Workbench.with({ [main]: written });
  const messages = async (text: string) => {
    await workbench.write(main, text);
    const { findings } = await workbench.examination(main);
    return findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, origin }) => [rule, origin.range.start]);
  };
  expect(await messages(written)).toEqual([]);
  const [wrong] = await messages(written.replace('总计 3', '总计 30'));
  const line = written.split('\n').findIndex((one) => one.includes('总计 3'));
  expect(wrong![1]).toEqual({ line, character: written.split('\n')[line]!.indexOf('3') });
  expect(await messages(written)).toEqual([]);
});
