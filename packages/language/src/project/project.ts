import {
  type Finding,
  isFixedRule,
  isPlaceholder,
  nearestNames,
  newMessage,
  type Origin,
  type Range,
  type RuleId,
  type SeverityChange,
} from '@fiscal/core';
import { severityWords, severityOf } from '../lower/severity-words.js';
import { type JsonMember, type JsonNode, readJson } from './json.js';
import { projectKeys, outputKeys, levelKeys, type ProjectKey } from './project-keys.js';

/** A name in the project file, and where it stands. */
export interface NamedInProject {
  name: string;
  origin: Origin;
}

/** What a project file says for all reports in its folder and below. */
export interface Project {
  uri: string;
  /** The template of a report that names none. */
  template?: NamedInProject;
  /** Files and folders that are not looked for. */
  excluded: readonly string[];
  /** What rules weigh: more than a template's word, less than a report's. */
  severityChanges: readonly SeverityChange[];
  /** Findings that are let be. */
  baseline?: NamedInProject;
  output: {
    /** Where publications go. */
    folder?: string;
    /** What they are called, with 【名称】 and the like. */
    name?: string;
  };
  findings: readonly Finding[];
}

/** What a name of publications may contain. */
export const nameParts = ['文件', '名称', '简称', '年度'] as const;

export type NamePart = (typeof nameParts)[number];

/** Reads a project file. What is wrong in it is told there; the rest holds. */
export function readProject(uri: string, text: string): Project {
  const reader = new ProjectReader(uri);
  const read = readJson(text);
  if ('problem' in read) {
    const { range, expected } = read.problem;
    reader.tell('Z034', range, 'project-syntax', { expected });
  } else reader.read(read.node);
  return reader.project;
}

/** A project file that is there and cannot be read. */
export function unreadableProject(uri: string, reason: string): Project {
  const reader = new ProjectReader(uri);
  const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  reader.tell('Z014', nowhere, 'unreadable-file', { file: 'fiscal.json', reason });
  return reader.project;
}

class ProjectReader {
  private readonly findings: Finding[] = [];
  private readonly severityChanges: SeverityChange[] = [];
  readonly project: Project;

  constructor(private readonly uri: string) {
    const { findings, severityChanges } = this;
    this.project = { uri, excluded: [], severityChanges, output: {}, findings };
  }

  read(node: JsonNode): void {
    const readers: Record<ProjectKey, (member: JsonMember) => void> = {
      $schema: () => undefined,
      模板: (member) => this.take(member, (named) => (this.project.template = named)),
      基线: (member) => this.take(member, (named) => (this.project.baseline = named)),
      排除: (member) => (this.project.excluded = this.patterns(member)),
      规则: ({ key, value }) => this.members(key, value, (rule) => this.level(rule)),
      成文: ({ key, value }) => this.knownMembers(key, value, outputKeys, (member) => this.output(member)),
    };
    this.knownMembers('fiscal.json', node, projectKeys, (member) =>
      readers[member.key as ProjectKey](member),
    );
  }

  tell(
    rule: RuleId,
    range: Range,
    code: string,
    parameters: Record<string, string>,
    near: string[] = [],
  ): void {
    this.findings.push(newMessage(rule, this.origin(range), code, parameters, near));
  }

  private output(member: JsonMember): void {
    const { output } = this.project;
    if (member.key === '文件夹') this.take(member, ({ name }) => (output.folder = name));
    else
      this.take(member, ({ name, origin }) => {
        output.name = name;
        for (const [, part = ''] of name.matchAll(/【([^】]*)】/g)) {
          if ((nameParts as readonly string[]).includes(part)) continue;
          const all = nameParts.map((one) => `【${one}】`).join('、');
          this.tell('Z034', origin.range, 'project-name-part', { name: part, all });
        }
      });
  }

  private level({ key: rule, keyRange, value }: JsonMember): void {
    const said: Partial<Record<string, { text: string; range: Range }>> = {};
    const isRead = this.knownMembers(rule, value, levelKeys, ({ key, value: one }) => {
      const text = this.text(key, one);
      if (text !== undefined) said[key] = { text, range: one.range };
    });
    if (!isRead) return;
    const { 级别: level, 原因: reason } = said;
    if (isFixedRule(rule)) return this.tell('M007', keyRange, 'fixed-severity', { rule });
    if (!level) return this.tell('Z034', keyRange, 'project-missing', { name: rule, missing: '级别' });
    if (isPlaceholder(reason?.text ?? ''))
      this.tell('M007', keyRange, 'project-severity-without-reason', { rule });
    const severity = severityOf(level.text);
    if (!severity)
      return this.tell('Z022', level.range, 'unknown-severity', { name: level.text }, [...severityWords]);
    this.severityChanges.push({
      rule,
      severity,
      reason: reason?.text ?? '',
      origin: this.origin(keyRange),
    });
  }

  private patterns({ key, value }: JsonMember): string[] {
    if (value.kind !== 'list') {
      this.tell('Z034', value.range, 'project-wrong-value', { name: key, expected: '方括号里的一列文件夹' });
      return [];
    }
    return value.items.flatMap((item) => {
      const text = this.text(key, item);
      if (text === undefined) return [];
      if (text.split(/[\\/]/).includes('..') || /^([\\/]|[A-Za-z]:)/.test(text)) {
        this.tell('Z034', item.range, 'project-outside', { name: text });
        return [];
      }
      return [text];
    });
  }

  private take({ key, value }: JsonMember, keep: (named: NamedInProject) => void): void {
    const name = this.text(key, value);
    if (name !== undefined) keep({ name, origin: this.origin(value.range) });
  }

  private text(name: string, node: JsonNode): string | undefined {
    if (node.kind === 'text' && node.value.trim() !== '') return node.value;
    this.tell('Z034', node.range, 'project-wrong-value', { name, expected: '引号里的文字' });
    return undefined;
  }

  private knownMembers(
    owner: string,
    node: JsonNode,
    known: readonly string[],
    read: (member: JsonMember) => void,
  ): boolean {
    return this.members(owner, node, (member) => {
      if (known.includes(member.key)) return read(member);
      const near = nearestNames(member.key, known);
      const all = known.filter((key) => !key.startsWith('$')).join('、');
      this.tell('Z034', member.keyRange, 'project-unknown-key', { owner, name: member.key, all }, near);
    });
  }

  private members(owner: string, node: JsonNode, read: (member: JsonMember) => void): boolean {
    if (node.kind !== 'object') {
      this.tell('Z034', node.range, 'project-wrong-value', { name: owner, expected: '大括号里的各项' });
      return false;
    }
    const seen = new Set<string>();
    for (const member of node.members) {
      if (seen.has(member.key)) this.tell('Z034', member.keyRange, 'duplicate-name', { name: member.key });
      else read(member);
      seen.add(member.key);
    }
    return true;
  }

  private origin(range: Range): Origin {
    return { uri: this.uri, range };
  }
}
