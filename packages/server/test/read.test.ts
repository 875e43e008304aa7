import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { base64Of } from '../src/base64.js';
import { read } from '../src/requests/read.js';

const file = (name: string, text: string) => ({ name, base64: base64Of(Buffer.from(text)) });

const name = '攀枝花市经济和信息化局-2023';
const published = readFileSync(
  join(import.meta.dirname, '../../../examples', name, '期望', `${name}.md`),
  'utf8',
);

test('a published report comes as its source, with how much was read and what was not', async () => {
  const added = published.replace(/\n###/, '\n馆内新添了一台风干设备。\n\n###');
  const whole = (await read({ files: [file('决算.md', published)] })).report!;
  const { failures, report } = await read({ files: [file('决算.md', added)] });
  expect(failures).toEqual([]);
  expect(report!.name).toBe(name);
  expect(report!.summary[0]).toBe('读出 攀枝花市经济和信息化局 2023 年度决算，按「四川」模板');
  expect(report!.source).toMatch(/一般公共预算财政拨款收入 +3213\.28/);
  expect(report!.source).toMatch(/\/\/ .*模板里没有的句子：馆内新添了一台风干设备。/);
  expect(report!.unread).toBe(whole.unread + 1);
});

test('what cannot be read is said, one line for each', async () => {
  expect(await read({ files: [file('空.docx', ''), file('旧.doc', 'x')] })).toEqual({
    failures: [
      '文件是空的：空.docx',
      '不认识这种文件：旧.doc。可以读 Word（.docx）、PDF、Excel（.xlsx、.xls）、网页、Markdown 和文本',
    ],
  });
});
