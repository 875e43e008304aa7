import { readFileSync } from 'node:fs';
import { createCatalog } from '@fiscal/core';
import { parse } from '@fiscal/language';
import { ast } from '@fiscal/language/editor';
import { catalogData } from '@fiscal/library';
import { AstUtils, EmptyFileSystemProvider, TextDocument, URI } from 'langium';
import { createServices } from '../../packages/server/dist/services.js';
import { readingOf } from '../../packages/server/dist/vocabulary/pinyin.js';

/** The two reports that were really published. */
const published = ['攀枝花市经济和信息化局-2023', '上海市普陀区财政局-2024'];

/** What a subject is written as: a line of a classification, or an item of a block. */
const kinds = { 7: 'functional', 5: 'economic' };

/** Each subject of the published reports that can be typed by initials, where it stands first. */
export const subjects = distinct(published.flatMap(subjectsOf));

/** The blocks of the published reports that list codes: their lines, in their order. */
export const lists = published.flatMap((name) => {
  const lines = subjectsOf(name).filter(({ code }) => code);
  return groupedBy(lines, ({ heads }) => heads.join('/'));
});

function groupedBy(all, keyOf) {
  const groups = new Map();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return [...groups.values()];
}

function subjectsOf(name) {
  const text = readFileSync(new URL(`../../examples/${name}/${name}.fiscal`, import.meta.url), 'utf8');
  const [report] = parse(text).value.elements.filter(ast.isReport);
  const catalog = createCatalog(catalogData, report.year);
  return AstUtils.streamAllContents(report)
    .filter((node) => ast.isItem(node) || ast.isThreePublicItem(node) || 'code' in node)
    .flatMap((node) => subjectOf(node, report, catalog) ?? [])
    .toArray();
}

function subjectOf(node, report, catalog) {
  const heads = headsOf(node);
  const kind = node.code === undefined ? 'item' : kinds[node.code.length];
  if (!heads || !kind) return undefined;
  const name = node.code ? catalog.find(kind, node.code)?.name : node.name;
  const initials = (readingOf(name) ?? []).map(({ syllable }) =>
    /\d/.test(syllable) ? '' : syllable.charAt(0),
  );
  const template = report.items.find(ast.isTemplateUse).name;
  const { name: department, year } = report;
  return { name, code: node.code, kind, heads, department, year, template, typed: initials.join('') };
}

/** What stands before the braces around a line; nothing within projects, glossaries and what is the author's own. */
function headsOf(node) {
  const heads = [];
  for (let block = node.$container; !ast.isReport(block); block = block.$container) {
    if (ast.isProject(block) || ast.isGlossary(block) || ast.isUnit(block)) return undefined;
    heads.unshift(
      /^\s*[^\d"{}\s]+(?: (?:一般公共预算|政府性基金|国有资本经营|其他资金|按科目))?/.exec(
        block.$cstNode.text,
      )?.[0] ?? block.code,
    );
  }
  return heads;
}

function distinct(all) {
  const known = new Map(all.filter(({ typed }) => typed !== '').map((each) => [keyOf(each), undefined]));
  for (const each of all) if (known.has(keyOf(each)) && !known.get(keyOf(each))) known.set(keyOf(each), each);
  return [...known.values()];
}

function keyOf({ kind, name, heads }) {
  return kind === 'item' ? `${heads.join('/')} ${name}` : `${kind} ${name}`;
}

const uri = URI.parse('file:///reports/report.fiscal');
const services = createServices({ fileSystemProvider: () => new EmptyFileSystemProvider() });
void services.shared.workspace.ConfigurationProvider.initialized({});

/**
 * Types the initials of a subject as an editor sees it, in a report that has nothing but its template and the lines
 * above: it asks at the first letter, and again with each letter where the list was not complete; otherwise it goes on
 * with what it was given. How the subject stood in the list after so many letters: 0 is first, -1 nowhere.
 */
export async function typeInitials(subject, { above = [], lengths = everyLength(subject) } = {}) {
  const places = new Map();
  let list;
  for (const length of lengths) {
    const typed = subject.typed.slice(0, length);
    if (!list || list.isIncomplete) list = await ask(subject, typed, above);
    places.set(
      length,
      shown(list.items, typed).findIndex((item) => isMeant(item, subject)),
    );
  }
  return places;
}

/** A word of one letter is whole then. */
export function afterTwo(places) {
  return places.get(2) ?? places.get(1);
}

function everyLength({ typed }) {
  return Array.from(typed, (_, index) => index + 1);
}

/** Subjects of one list that begin with the same two letters: only one of them can stand first. */
export function reachable(all) {
  const beginnings = all.map(({ kind, heads, typed }) => [kind, ...placeOf(kind, heads), typed.slice(0, 2)]);
  return new Set(beginnings.map((each) => each.join(' '))).size;
}

function placeOf(kind, heads) {
  return kind === 'item' ? heads : kind === 'economic' ? heads.slice(-1) : [];
}

function isMeant({ label }, { name }) {
  return label === name || label.replace(/^\d+ /, '') === name;
}

async function ask(subject, typed, above) {
  const { text, position } = reportWith(subject, typed, above);
  const { TextDocuments, DocumentBuilder, LangiumDocuments } = services.shared.workspace;
  const version = (TextDocuments.get(uri.toString())?.version ?? 0) + 1;
  TextDocuments.set(TextDocument.create(uri.toString(), 'fiscal', version, text));
  await DocumentBuilder.update([uri], []);
  const params = { textDocument: { uri: uri.toString() }, position };
  return services.lsp.CompletionProvider.getCompletion(LangiumDocuments.getDocument(uri), params);
}

function reportWith({ department, year, template, heads }, typed, above) {
  const before = [
    `部门决算 ${department} ${year} {`,
    `  模板 ${template}`,
    ...heads.map((head) => `${head} {`),
  ];
  const lines = [...before, ...above.map(({ code = '', name }) => `${code} ${name} 未填`), typed];
  const position = { line: lines.length - 1, character: typed.length };
  return { text: [...lines, ...heads.map(() => '}'), '}', ''].join('\n'), position };
}

/** What an editor keeps, and its order: how well its letters fit, then the order that it was given. */
function shown(items, typed) {
  return items
    .map((item) => ({ item, score: scoreOf(item.filterText ?? item.label, typed) }))
    .filter(({ score }) => score !== undefined)
    .sort((a, b) => b.score - a.score || (a.item.sortText < b.item.sortText ? -1 : 1))
    .map(({ item }) => item);
}

/** The letters occur in this order, the first at the beginning of a word; together and at the beginning is best. */
function scoreOf(filter, typed) {
  const words = filter.toLowerCase();
  if (words.startsWith(typed)) return 3;
  if (words.includes(` ${typed}`)) return 2;
  const letters = [...typed].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(^|\\s)${letters.join('.*')}`).test(words) ? 1 : undefined;
}
