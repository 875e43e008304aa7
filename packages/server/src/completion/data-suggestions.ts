import {
  builtInRules,
  type CatalogKind,
  catalogKindOf,
  type FactBase,
  type LineKind,
  measureNamed,
  type Report,
  ruleTitle,
  schemaChild,
  type SchemaItem,
  schemaOf,
  stateWords,
  type Subject,
  blocks,
  operating,
  personnel,
  total,
} from '@fiscal/core';
import { skeleton } from '@fiscal/language';
import { ast } from '@fiscal/language/editor';
import type { AstNode } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver';
import { classificationIn, lineKindIn } from '../syntax/line-kind.js';
import { subjectOfBlock } from '../syntax/subject-of-block.js';
import { keywordMeanings, measureMeanings } from '../vocabulary/keywords.zh.js';
import { words } from '../words.zh.js';
import type { Examination } from '../workspace/examinations.js';
import type { CursorPlace } from './cursor-place.js';
import {
  afterSettings,
  beforeFigure,
  fileWords,
  followers,
  indicatorLevels,
  reportBlocks,
  reportSettings,
  templateSettings,
  unitKinds,
  wordsBehind,
} from './data-words.zh.js';
import { blockSnippets, indicatorSnippet, ruleSnippet, skeletonSnippet } from './snippets.zh.js';
import { codesOfLastYear, itemsOfLastYear } from './last-year-lines.js';
import { codeSuggestions, nameSuggestions } from './subject-codes.js';
import type { Surroundings } from './subject-ranks.js';
import { surroundingsOf } from './surroundings.js';
import type { Suggestion } from './suggestion.js';

/** What a rule may weigh; 不查 is none. */
const severityWords = ['错误', '警告', '提示', '说明', '不查'];

/** What may stand between the braces of a report at the cursor. */
export class DataSuggestions {
  private readonly report: Report;
  private knownSurroundings: Surroundings | undefined;

  constructor(
    private readonly place: CursorPlace,
    private readonly blocks: readonly AstNode[],
    private readonly examination: Examination,
    report: Report,
  ) {
    this.report = report;
  }

  suggestions(): Suggestion[] {
    const { before } = this.place;
    const last = before.at(-1);
    const followed = this.following(before);
    if (followed) return followed;
    return last === undefined || /^[{}｛｝]$/.test(last) ? this.lineStart() : this.behindHead();
  }

  private get block(): AstNode | undefined {
    return this.blocks[0];
  }

  private get line(): number {
    return this.place.range.start.line;
  }

  private get base(): FactBase {
    return this.report.base;
  }

  // ---- words that ask for a certain kind of word

  private following(before: readonly string[]): Suggestion[] | undefined {
    const last = before.at(-1) ?? '';
    const head = before.findLast((word) => /^[{}｛｝]$/.test(word)) ? '' : (before[0] ?? '');
    if (head === blocks.indicators && before.length < 3) return this.indicatorLevel(before);
    if (before.length === 1 && last === '模板') return this.templates();
    if (before.length === 1 && last === blocks.expenditure) return [...this.funds(), keyword('{')];
    if (before.length === 1 && last === blocks.income) return [keyword(blocks.bySubject)];
    if (last === '忽略' || last === '规则') return this.ruleIds();
    if (head === '规则' && before.length === 2) return [keyword('级别')];
    if (head === '规则' && last === '级别') return severityWords.map(value);
    if (last === '科目' && this.isIn(ast.isProject)) return this.projectCodes();
    if (head === blocks.units && before.length === 2)
      return [...unitKinds.map(value), ...this.measures('unit', before)];
    if (followers[last]) return followers[last].map(value);
    if (isCode(last)) return this.nameOfCode(last, before);
    if (beforeFigure.has(last) && !this.isNameHead(before)) return stateWords.map(keyword);
    return undefined;
  }

  /** The first word of a line may be an item that is called like a measure: 项目 甲. */
  private isNameHead(before: readonly string[]): boolean {
    return before.length === 1 && (before[0] === blocks.projects || before[0] === blocks.units);
  }

  private indicatorLevel([, first]: readonly string[]): Suggestion[] {
    const levels = first === undefined ? Object.keys(indicatorLevels) : (indicatorLevels[first] ?? []);
    return levels.map(value);
  }

  private templates(): Suggestion[] {
    return [...this.examination.templates.keys()].map((label) => ({
      label,
      kind: CompletionItemKind.Module,
      detail: keywordMeanings['模板'],
    }));
  }

  private funds(): Suggestion[] {
    const funds = [...(schemaChild(this.base.schema, blocks.expenditure)?.children.values() ?? [])];
    return funds.filter(({ coded }) => coded !== undefined).map(({ name }) => value(name));
  }

  private ruleIds(): Suggestion[] {
    const found = new Set(this.examination.findings.map(({ rule }) => rule));
    const own = this.report.rules.map(({ id, title }) => [id, title] as const);
    const builtIn = [...builtInRules].map((id) => [id, ruleTitle(id)] as const);
    return [...new Map([...builtIn, ...own])].map(([label, detail]) => ({
      label,
      kind: CompletionItemKind.Reference,
      detail,
      rank: found.has(label) ? 0 : 1,
    }));
  }

  /** A project belongs to a line of this report; codes of other lines come after those. */
  private projectCodes(): Suggestion[] {
    return codeSuggestions(this.base.catalog, 'functional', this.surroundings(), 'code');
  }

  private nameOfCode(code: string, before: readonly string[]): Suggestion[] {
    const names = nameSuggestions(this.base.catalog, catalogKindOf(code), code);
    return [...names, ...this.measures(this.measureBlock(), before)];
  }

  // ---- the beginning of a line

  private lineStart(): Suggestion[] {
    const { block } = this;
    if (!block) return this.fileStart();
    if (ast.isReport(block)) return this.reportStart(block);
    if (ast.isGlossary(block)) return [keyword('不列'), ...this.codes('functional')];
    if (ast.isSettings(block)) return settingSuggestions();
    return this.memberStart(block);
  }

  private fileStart(): Suggestion[] {
    const isEmpty = this.examination.reports.length === 0;
    const whole = isEmpty
      ? [skeletonSnippet(skeleton({ name: words.sampleName, year: this.base.year }))]
      : [];
    return [...fileWords.map(keyword), ...whole, ruleSnippet()];
  }

  private reportStart(report: ast.Report): Suggestion[] {
    const used = new Set(report.items.filter(ast.isProperty).map(({ key }) => key as string));
    const once = reportSettings.filter((setting) => !used.has(setting)).map(keyword);
    return [
      ...reportBlocks.map(keyword),
      ...blockSnippets(),
      ...this.names(this.base.schema, this.base.root).filter(({ label }) => !(label in keywordMeanings)),
      ...['职责', '机构设置'].map(text),
      ...once,
      ...afterSettings.map(keyword),
      ruleSnippet(),
    ];
  }

  private memberStart(block: AstNode): Suggestion[] {
    const subject = this.subjectOf(block);
    const schema = subject && schemaOf(subject);
    const kind = this.lineKind(schema);
    return [
      ...this.lastYear(kind, subject),
      ...(kind ? this.codes(kind) : []),
      ...this.names(schema, subject),
      ...this.totals(schema),
      ...(ast.isExpenditureLine(block) ? [keyword(blocks.detail)] : []),
      ...(ast.isProject(block) ? [keyword(blocks.indicators), indicatorSnippet(), text('评价')] : []),
      ...(takesDetails(block) ? this.measures(this.measureBlock(), []).map(aside) : []),
      { ...aside(keyword('忽略')), rank: 4 },
    ];
  }

  private lastYear(kind: CatalogKind | undefined, subject: Subject | undefined): Suggestion[] {
    const { prior } = this.base;
    if (!prior || !subject || !this.place.isAtEnd) return [];
    const isWritten = (name: string) => this.isWritten(subject.children.get(name));
    return kind
      ? codesOfLastYear(prior, this.base, subject, this.surroundings())
      : itemsOfLastYear(prior, this.base, subject, isWritten);
  }

  private totals(schema: SchemaItem | undefined): Suggestion[] {
    const isFund = this.measureBlock() === 'expenditure' || this.measureBlock() === 'incomeBySubject';
    if (this.measureBlock() === 'economic') return [personnel, operating, total].map(name);
    return isFund && !schema?.children.has(total) ? [name(total)] : [];
  }

  /** Codes of the lines that a block has. */
  private lineKind(schema: SchemaItem | undefined): 'functional' | 'economic' | undefined {
    return classificationIn(this.blocks, schema);
  }

  private codes(kind: 'functional' | 'economic'): Suggestion[] {
    return codeSuggestions(this.base.catalog, kind, this.surroundings());
  }

  private surroundings(): Surroundings {
    return (this.knownSurroundings ??= surroundingsOf(this.blocks, this.line, this.base));
  }

  /** Names that the 结构 knows in a block; those that are there already come last. */
  private names(schema: SchemaItem | undefined, subject: Subject | undefined): Suggestion[] {
    return [...(schema?.children.values() ?? [])].map(({ name: label, aliases, unit, text: isText }) => ({
      label,
      kind: isText ? CompletionItemKind.Text : CompletionItemKind.Field,
      keys: aliases,
      ...(unit && { detail: words.counted(unit) }),
      isWritten: this.isWritten(subject?.children.get(label)),
      rank: 1,
    }));
  }

  /** The line that is being typed is not there yet. */
  private isWritten(subject: Subject | undefined): boolean {
    const range = subject?.origin?.range;
    return range !== undefined && range.start.line !== this.line;
  }

  // ---- behind the head of a line

  private behindHead(): Suggestion[] {
    return this.measures(this.measureBlock(), this.place.before);
  }

  private measures(kind: LineKind, before: readonly string[]): Suggestion[] {
    const written = new Set(before.map(measureNamed));
    return wordsBehind(kind)
      .filter((word) => !written.has(measureNamed(word)))
      .map((word, index) => ({
        ...keyword(word),
        kind: CompletionItemKind.Property,
        ...(measureMeanings[word] && { detail: measureMeanings[word] }),
        rank: 3 + index / 100,
      }));
  }

  private measureBlock(): LineKind {
    const [head] = this.place.before;
    if (head === blocks.indicators) return 'indicator';
    if (head === blocks.units) return 'unit';
    return lineKindIn(this.blocks, () => this.subjectOf(this.block)?.path);
  }

  private isIn(isKind: (node: unknown) => boolean): boolean {
    return this.blocks.some(isKind);
  }

  private subjectOf(block: AstNode | undefined): Subject | undefined {
    return subjectOfBlock(block, this.base, this.examination.places);
  }
}

/** Blocks in which a line may go on with the figures of their head. */
function takesDetails(block: AstNode): boolean {
  return (
    ast.isItem(block) ||
    ast.isThreePublicItem(block) ||
    ast.isExpenditureLine(block) ||
    ast.isLine(block) ||
    ast.isProject(block) ||
    ast.isUnit(block) ||
    ast.isIndicator(block)
  );
}

function keyword(label: string): Suggestion {
  return {
    label,
    kind: CompletionItemKind.Keyword,
    ...(keywordMeanings[label] && { detail: keywordMeanings[label] }),
    rank: 1,
  };
}

function aside(suggestion: Suggestion): Suggestion {
  return { ...suggestion, isAside: true };
}

function value(label: string): Suggestion {
  return { label, kind: CompletionItemKind.Value, rank: 0 };
}

function name(label: string): Suggestion {
  return { label, kind: CompletionItemKind.Field, rank: 1 };
}

function text(label: string): Suggestion {
  return {
    label,
    kind: CompletionItemKind.Text,
    insert: `${label} """\n  $0\n  """`,
    snippet: true,
    rank: 1,
  };
}

function settingSuggestions(): Suggestion[] {
  return Object.entries(templateSettings).map(([label, detail]) => ({
    label,
    kind: CompletionItemKind.Property,
    detail,
  }));
}

function isCode(word: string): boolean {
  return /^\d{3}(\d\d){0,2}$/.test(word);
}
