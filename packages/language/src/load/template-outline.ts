import { expressionText, type Phrase, richTextSource, type Template, type TemplateNode } from '@fiscal/core';
import { titlesOfRows } from './change-rows.js';
import { headersIn } from './change-columns.js';
import { commonUri } from './known-forms.js';

/** One thing of a template that a template made from it can name. */
export interface OutlineEntry {
  /** 0 for what stands in no other. */
  depth: number;
  /** As it is written: 部分 "附表" · 列 "决算数" · 短语 增减 项 · 规则 N0508 "……". */
  text: string;
}

/** What a template made from this one can name, in the order of the page; then its settings, phrases and rules. */
export function templateOutline(template: Template): OutlineEntry[] {
  const { content, settings, rules } = template;
  const setting = [...settings.values()].map(({ name, value }) => `设置 ${name} "${value}"`);
  const said = phrasesOf(template).map((phrase) => phraseText(phrase));
  // One rule for each of a list is one rule to its reader.
  const asked = new Set(rules.map(({ id, title }) => `规则 ${id} "${title}"`));
  return [
    ...content.flatMap((node) => entriesOf(node, 0)),
    ...[...setting, ...said, ...asked].map((text) => ({ depth: 0, text })),
  ];
}

/** Its own phrases, and those of all templates that it says something by. */
function phrasesOf({ content, phrases }: Template): Phrase[] {
  const isCommon = ({ origin }: Phrase) => origin.uri === commonUri;
  const used = new Set<string>();
  const note = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value && value.kind === 'filter' && 'name' in value) use(String(value.name));
    for (const part of Object.values(value)) note(part);
  };
  const use = (name: string) => {
    if (used.has(name)) return;
    used.add(name);
    note(phrases.get(name));
  };
  note(content);
  for (const phrase of phrases.values()) if (!isCommon(phrase)) note(phrase);
  return [...phrases.values()].filter((phrase) => !isCommon(phrase) || used.has(phrase.name));
}

function phraseText({ name, parameters }: Phrase): string {
  return ['短语', name, ...parameters].join(' ');
}

function entriesOf(node: TemplateNode, depth: number): OutlineEntry[] {
  const inner = (nodes: readonly TemplateNode[], below = depth + 1) =>
    nodes.flatMap((each) => entriesOf(each, below));
  switch (node.kind) {
    case 'cover':
      return [{ depth, text: '封面' }];
    case 'contents':
    case 'part':
    case 'section':
      return [{ depth, text: `${words[node.kind]} ${quoted(node.title)}` }, ...inner(node.content)];
    case 'list':
    case 'repeat':
      return inner(node.content, depth);
    case 'choice':
      return withoutRepeats(inner([...node.then, ...node.otherwise], depth));
    case 'paragraph':
      return node.name ? [{ depth, text: `段 称 ${quoted(node.name)}` }] : [];
    case 'chart':
      return [{ depth, text: `图 ${quoted(node.title)}` }];
    case 'table':
      return [{ depth, text: `表 ${quoted(node.title)}` }, ...partsOf(node, depth + 1)];
    case 'markdown':
      return [{ depth, text: `插入 ${expressionText(node.text)}` }];
  }
}

const words = { contents: '目录', part: '部分', section: '节' };

function partsOf({ panels }: TemplateNode & { kind: 'table' }, depth: number): OutlineEntry[] {
  const columns = panels.flatMap((panel) => headersIn(panel.columns));
  const rows = panels.flatMap((panel) => titlesOfRows(panel.rows));
  const line = (word: string, names: readonly string[]) =>
    names.length > 0
      ? [{ depth, text: `${word} ${[...new Set(names)].map((name) => `"${name}"`).join(' ')}` }]
      : [];
  return [...line('列', columns), ...line('行', rows)];
}

/** Both branches of a choice may have a section of one title. */
function withoutRepeats(entries: readonly OutlineEntry[]): OutlineEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ depth, text }) => {
    const key = `${depth} ${text}`;
    return !seen.has(key) && seen.add(key);
  });
}

function quoted(title: Parameters<typeof richTextSource>[0]): string {
  return `"${richTextSource(title)}"`;
}
