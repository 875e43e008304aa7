/**
 * Writes how the names of the catalogue, of the standard items and of the language's keywords are read, so that they
 * can be typed by pinyin. Made here because the dictionary that knows it is far larger than what it says.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { customPinyin, pinyin } from 'pinyin-pro';

const folder = fileURLToPath(new URL('.', import.meta.url));
const library = join(folder, '../library');

// Words of the trade that the dictionary reads as everyday words.
customPinyin({ 差旅: 'chāi lǚ', 还贷: 'huán dài', 还本: 'huán běn' });

const names = [
  ...new Set([...catalogNames(), ...wordsOf(librarySource('结构.fiscal')), ...wordsOf(grammar())]),
].sort();
const lines = names.map((name) => `${name} ${syllables(name)}`);
const target = join(folder, 'src', 'generated');
mkdirSync(target, { recursive: true });
writeFileSync(
  join(target, 'pinyin.ts'),
  `// Made by pinyin.mjs; do not edit.\nexport const pinyin = { readings: ${JSON.stringify(lines.join('\n'))} };\n`,
);

function catalogNames() {
  const tables = readdirSync(join(library, 'catalog')).filter((name) => name.endsWith('.jsonl'));
  return tables.flatMap((table) =>
    readFileSync(join(library, 'catalog', table), 'utf8')
      .split('\n')
      .filter(Boolean)
      .flatMap((line) => {
        const { name, new: renamed } = JSON.parse(line);
        return [name, renamed].filter(Boolean);
      }),
  );
}

function librarySource(name) {
  return readFileSync(join(library, 'fiscal', name), 'utf8').replace(/\/\/.*/g, '');
}

function grammar() {
  const source = readFileSync(join(folder, '../language/src/fiscal.langium'), 'utf8');
  return [...source.matchAll(/'([\u4e00-\u9fff]+)'/g)].map(([, keyword]) => keyword).join(' ');
}

function wordsOf(text) {
  return text.match(/[\u4e00-\u9fff][\u4e00-\u9fff（）0-9]*/g) ?? [];
}

/** xing zheng yun xing: without tones and without what is no Chinese character. */
function syllables(name) {
  const readable = name.replace(/[^\u4e00-\u9fff]/g, '');
  return pinyin(readable, { toneType: 'none', v: true, type: 'array' }).join(' ');
}
