import type {
  Accepted,
  Contain,
  Defects,
  Finding,
  FindingCounts,
  ListedFact as CoreListedFact,
  Origin,
  RelatedPlace,
  Report,
  Template,
} from '@fiscal/core';
import type * as comparison from '@fiscal/compare';
import type * as merging from '@fiscal/compare/merge';
import type { FileDefinitions, NewReport, OutlineEntry, RollForwardOptions } from '@fiscal/language';
import type { SourceHost as ReadingHost } from '@fiscal/language/files';
import type { ListedRule } from '@fiscal/language/rules';
import type * as reading from '@fiscal/read';
import type { DocumentPlaces, OwnTemplate, ReadDocuments, ReadFailure, Reading } from '@fiscal/read';
import type {
  ChangedPage,
  Composition,
  Differ,
  IndexedReport,
  Machine,
  Inline,
  PrintedFigure,
  ReportDocument,
} from '@fiscal/report';
import { type Publication, publications } from '@fiscal/report/publications';

import type * as trial from './trial/try-template.js';

export interface Source {
  uri: string;
  text: string;
}

export type SourceHost = Pick<ReadingHost, 'read' | 'list'>;

export interface Workspace {
  reports: Report[];
  findings: Finding[];
  templates: ReadonlyMap<string, Template>;
  definitions: FileDefinitions[];
}

export type ListedFact = CoreListedFact;

export type { DocumentPlaces, ListedRule, OwnTemplate, ReadDocuments, ReadFailure, Reading };

/** What the commands need of @fiscal/language. */
export interface Language {
  load(
    sources: Source[],
    host: SourceHost,
    isWanted?: (source: Source) => boolean,
    contain?: Contain,
  ): Workspace;
  /** What a template made from this one can name. */
  templateOutline(template: Template): OutlineEntry[];
  formatText(text: string): string;
  /** Mends what needs no asking. */
  mend(text: string, findings: readonly Finding[]): { text: string; mended: number };
  rollForward(
    text: string,
    year: number,
    options?: RollForwardOptions,
  ): { text: string; findings: Finding[] };
  /** The year of the report in a file, where it says one. */
  yearOf(text: string): number | undefined;
  /** What the file of that year is called. */
  nextName(name: string, year: number): string;
  skeleton(report: NewReport): string;
  /** The templates for which a report can be begun. */
  skeletonTemplates: readonly string[];
  /** Texts of a report that a new one begins with. */
  skeletonTexts(report: Report): readonly { origin: Origin }[];
}

/** What the commands need of the rules that ship with the language: nothing is parsed for it. */
export interface RuleBook {
  listRules(): ListedRule[];
  /** Markdown. */
  rulePage(id: string): string | undefined;
}

/** What the commands need of @fiscal/core. */
export interface Core {
  /** `more` finds what only the caller's own work can tell: the author may accept that too. */
  examineReports(
    workspace: Workspace,
    more: (report: Report) => Finding[],
    options: { today: string; suppress: boolean; contain: Contain },
  ): { findings: Finding[]; accepted: Accepted[] };
  startOf(uri: string): Origin;
  /** A boundary around what one file makes fail. */
  Defects: new () => Pick<Defects, 'contain' | 'met' | 'findings'>;
  countFindings(findings: readonly Finding[]): FindingCounts;
  dayOf(now: Date): string;
  messageOf(finding: Finding): string;
  relatedPlacesOf(finding: Finding): RelatedPlace[];
  ruleTitle(id: string): string;
  listFacts(base: Report['base']): ListedFact[];
  nearestNames(name: string, known: Iterable<string>): string[];
}

/** What the commands need of @fiscal/report. */
export interface Publishing {
  renderMarkdown(document: ReportDocument): { text: string };
  /** A page that leads to reports. */
  renderIndex(reports: readonly IndexedReport[]): string;
  /** The new document with what the old one had in place. */
  renderHtmlChanges(old: ReportDocument, next: ReportDocument, differ: Differ, prefix: string): ChangedPage;
  compose(report: Report): Composition;
  /** What a reader sees of a line. */
  plainText(content: Inline[]): string;
  templateFindings(report: Report): Finding[];
  missingBlockFindings(report: Report, composition: () => Composition): Finding[];
  unprintedFindings(report: Report, composition: Composition): Finding[];
  /** It told of figures with which something printed was computed. */
  isOfUsedFigures(finding: Finding): boolean;
  /** What a document prints as 未填. */
  openFigures(document: ReportDocument): string[];
  /** In how many places. */
  countOpenMarks(document: ReportDocument): number;
  figuresIn(blocks: ReportDocument['blocks']): readonly PrintedFigure[];
  /** Where a report states what a reader of its document does not see. */
  unseenPlaces(report: Report, composition: Composition): Origin[];
}

/** What the commands need of @fiscal/compare. */
export type Comparison = Pick<
  typeof comparison,
  | 'alignTexts'
  | 'compare'
  | 'compareAlone'
  | 'compareDefinitions'
  | 'compareYears'
  | 'isSameYears'
  | 'isSame'
  | 'isWorse'
  | 'markMovesBetween'
  | 'noChanges'
  | 'outlineOf'
  | 'sentenceChanges'
  | 'tellSharedOnce'
  | 'titleOf'
  | 'withoutRestated'
  | 'wordPieces'
  | 'yearsOutline'
>;

/** What the commands need of @fiscal/read. */
export type DocumentReading = Pick<
  typeof reading,
  'documentFindings' | 'documentPlaces' | 'readDocuments' | 'failureText' | 'notesOf' | 'largestDocument'
>;

/** What git's merges need of it: the parser, too. */
export type Merging = Pick<typeof merging, 'mergeTexts'>;

/** What only `template --try` needs. */
export type Trial = Pick<typeof trial, 'tryTemplate'>;

/** The packages below, each loaded when a command first needs it: `--help` loads none. */
export interface Engine {
  language(): Promise<Language>;
  ruleBook(): Promise<RuleBook>;
  core(): Promise<Core>;
  publishing(): Promise<Publishing>;
  comparison(): Promise<Comparison>;
  merging(): Promise<Merging>;
  reading(): Promise<DocumentReading>;
  trial(): Promise<Trial>;
  /** What `build` can write; `--help` tells of them, and each loads its writer itself. */
  readonly publications: readonly Publication[];
  /** What only this machine can do for them. */
  machine(browser?: string): Promise<Machine>;
}

export const engine: Engine = {
  language: () => import('@fiscal/language'),
  ruleBook: () => import('@fiscal/language/rules'),
  core: () => import('@fiscal/core'),
  publishing: () => import('@fiscal/report'),
  comparison: () => import('@fiscal/compare'),
  merging: () => import('@fiscal/compare/merge'),
  reading: () => import('@fiscal/read'),
  trial: () => import('./trial/try-template.js'),
  publications,
  machine: async (browser) => (await import('@fiscal/server/machine')).thisMachine(browser),
};
