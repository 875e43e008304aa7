/**
 * What the server understands besides the Language Server Protocol, and what it asks of its client.
 * Each is a request unless it says otherwise; types of its parameters and its result stand beside it.
 */

import type { Line } from '@fiscal/compare';

/** How bytes travel in a message. */
export { base64Of, bytesOf } from './base64.js';

/** What documents can be read, and how long they may be. */
export { largestDocument, readableExtensions } from '@fiscal/read/formats';

export interface ReportParams {
  uri: string;
}

/** The report as its template says it looks, for a preview beside the source. */
export const previewRequest = 'fiscal/preview';

export interface PreviewResult {
  /**
   * What stands inside the body of the page: escaped, without scripts. Figures carry `data-path` and, where the
   * author wrote them or what they are computed for, `data-origin="line:character"` (zero-based), with `data-uri`
   * when that is in another file; headings and paragraphs of the author carry `data-line`. Figures that were computed
   * have a `title` that names what from, with values; when they are computed for nothing that has a place,
   * `data-operand` in place of `data-origin` leads to the first of these. Figures with a finding have the classes
   * `has-finding` and `error`, `warning`, `information` or `hint`, and a `title` that says what was found. In tables and charts likewise. `data-style` holds what the `style` attribute of an element would
   * be: a view with a strict policy sets it by script.
   */
  html: string;
  /** The style sheet that belongs to it. */
  style: string;
  title: string;
  /** Version of the source text that was composed. */
  version: number;
  /** Why there is nothing to show: no report in the file, or no template in the report. */
  empty?: 'no-report' | 'no-template';
}

/** The formats that a report can be published in, in the order in which a client offers them. No parameters. */
export const publicationsRequest = 'fiscal/publications';

export interface PublicationsResult {
  publications: PublicationRow[];
}

export interface PublicationRow {
  /** What a request calls it: markdown. */
  name: string;
  /** What people call it: Markdown. */
  title: string;
  /** What one gets, in a few words: 单个文件. */
  remark: string;
  /** Without the dot. */
  extension: string;
  /** Not among those that are offered as chosen. */
  onRequest?: true;
}

/** The report's publications; writing them is the client's. */
export const buildRequest = 'fiscal/build';

export interface BuildParams extends ReportParams {
  /** Names of the formats that are wanted: those that are not only made on request, unless it is said. */
  to?: string[];
}

export interface BuildResult {
  files: BuiltFile[];
  /** Errors in the report; its files are made all the same. */
  errors: number;
  empty?: PreviewResult['empty'];
  /** The uri of the folder that the project wants them in. */
  folder?: string;
  /** Why nothing was made: there is no browser to print PDF with, or it failed. */
  cannotPrint?: 'no-browser' | 'browser-failed';
}

/** A text, which is written as UTF-8, or bytes in base64. */
export type BuiltFile = {
  /** Relative to the folder that the client chooses: 报告.md, 报告.html, figures/图1.svg. */
  name: string;
  /** The name of the format that this file is the report in; absent for what stands beside one. */
  publication?: string;
} & ({ text: string } | { base64: string });

/** Every relation between figures of the report (勾稽关系) and what it comes to. */
export const factsRequest = 'fiscal/facts';

export interface FactsResult {
  relations: RelationRow[];
}

export interface RelationRow {
  rule: string;
  title: string;
  /** `=`, `同` or `≤`. */
  sign: string;
  left: OperandRow[];
  right: OperandRow[];
  /** agree: holds exactly · tail: rounding explains the difference · differ: wrong · unchecked: left open. */
  outcome: 'agree' | 'tail' | 'differ' | 'unchecked';
  /** Left minus right, with its unit: −0.01 万元. Empty when not checked. */
  difference: string;
  /** Figures that were left open. */
  missing: string[];
  origin: PlaceRow;
}

/** Zero-based, as in the Language Server Protocol. */
export interface PlaceRow {
  uri: string;
  line: number;
  character: number;
}

export interface OperandRow {
  label: string;
  path: string;
  /** As the report writes it; empty when it is not known. */
  value: string;
  unit: string;
  sign: '+' | '−';
  derived: boolean;
  origin?: PlaceRow;
}

/** The templates for which a report can be begun, first the usual one. No parameters. */
export const templatesRequest = 'fiscal/templates';

export interface TemplatesResult {
  templates: string[];
}

export type ReportKind = '部门决算' | '单位决算';

/** Text of a new report to begin with. */
export const skeletonRequest = 'fiscal/skeleton';

export interface SkeletonParams {
  name: string;
  year: number;
  /** 部门决算, unless it is said. */
  kind?: ReportKind;
  /** One of the `templates`: the first, unless it is said. */
  template?: string;
}

export interface SkeletonResult {
  text: string;
}

/** Text of the next report, made from the one in a file: what was this year's is last year's. */
export const rollForwardRequest = 'fiscal/rollForward';

export interface RollForwardParams extends ReportParams {
  /** The new year. */
  year: number;
}

export interface RollForwardResult {
  text: string;
  /** What the new file is called, without its extension. */
  name: string;
  /** Syntax errors of the old file: what they are about stays as it is. */
  errors: number;
}

/** What a rule checks, as Markdown; diagnostics link to `fiscal-rule:/<id>.md`. */
export const ruleRequest = 'fiscal/rule';

export interface RuleParams {
  rule: string;
}

/** Empty for a rule that nobody knows. */
export interface RuleResult {
  markdown: string;
}

/** The text of a file that ships with the language: definitions lead to `fiscal-library:/…`. */
export const libraryFileRequest = 'fiscal/libraryFile';

/** null: there is no such file. */
export interface LibraryFileResult {
  text: string | null;
}

/** Checks every file of the workspace, open or not, and publishes what is found. */
export const checkWorkspaceRequest = 'fiscal/checkWorkspace';

export interface CheckWorkspaceResult {
  files: StatusParams[];
}

/**
 * Notification from the client: what a file is compared with from now on, as the last commit has it, or another file.
 * The lens above the report then says how many changes there are.
 */
export const baseNotification = 'fiscal/base';

export interface BaseParams extends ReportParams {
  /** The other version; null: the file is compared with nothing. */
  text: string | null;
  /** What the reader calls it: 上次提交, the name of a file. */
  name: string;
  /** Whether the preview marks the figures that are others now. */
  marks: boolean;
}

/** What became of a report since the version that it is compared with. */
export const changesRequest = 'fiscal/changes';

export interface ChangesResult {
  /** What it is compared with; absent: with nothing. */
  name?: string;
  reports: ChangedReport[];
}

export interface ChangedReport {
  title: string;
  /** 3 处改动，由此变动 12 个数…… */
  summary: string;
  isSame: boolean;
  /** What was typed, by block. */
  sections: ChangeSection[];
  /** What follows from several changes; the title says from which. */
  together: ChangeSection[];
  findings: FoundRow[];
}

export interface ChangeSection {
  title: string;
  rows: ChangeRow[];
}

export interface ChangeRow extends Omit<Line, 'path' | 'sentences'> {
  /** Of a text the sentences that are others now, in pieces. */
  sentences: { kind: 'same' | 'added' | 'removed'; text: string }[][];
  /** Where it is written now, and where it was in the other version. */
  place?: OriginPlace;
  oldPlace?: OriginPlace;
  /** All that is said of what came or went. */
  parts: ChangeRow[];
  /** What follows from this change alone. */
  derived: ChangeRow[];
}

export interface FoundRow {
  mark: '+' | '-' | '~';
  rule: string;
  severity: 'error' | 'warning' | 'information' | 'hint';
  message: string;
  /** What it said before. */
  old?: string;
  place?: OriginPlace;
  /** Of what is no longer found: in the other version. */
  oldPlace?: OriginPlace;
}

export interface OriginPlace {
  uri: string;
  line: number;
  character: number;
}

/** A report out of the documents that it was published in: text in one, tables in another. */
export const readRequest = 'fiscal/read';

export interface ReadParams {
  files: { name: string; base64: string }[];
}

export interface ReadResult {
  /** Why there is none, a line for each document that cannot be read. */
  failures: string[];
  report?: {
    /** What its file is called, without the extension. */
    name: string;
    source: string;
    /** How much was read. */
    summary: string[];
    /** How many places were not understood; the source lists them at its end. */
    unread: number;
  };
}

/** What a table on the clipboard would be as lines of the block at a place. */
export const pasteRequest = 'fiscal/paste';

export interface PasteParams extends ReportParams {
  /** Where it is pasted, counted from 0. */
  line: number;
  character: number;
  /** As it was copied: cells between tabs. */
  text: string;
}

export interface PasteResult {
  /** The likeliest reading first; none where it is no table of that block. */
  choices: PasteChoice[];
}

export interface PasteChoice {
  /** What its columns were taken for: 决算、基本、项目. */
  columns: string;
  /** To be put in at the place: laid out, what was not understood as comments. */
  text: string;
  unread: number;
}

/** Notification to the client each time that a file was checked. */
export const statusNotification = 'fiscal/status';

export interface StatusParams {
  uri: string;
  errors: number;
  warnings: number;
  /** 尾差: differences that rounding explains. */
  tails: number;
  /** 未检查: blocks in which something could not be checked. */
  notChecked: number;
  /** 未填: figures that the author left open. */
  unfilled: number;
}

/** What a client may say when it starts the server. */
export interface InitializationOptions {
  /** In a browser: where the readers of published documents are, a script that is loaded when the first one comes. */
  readers?: string;
  /** Files are read through the client, see below: for folders that are not on the server's disk. */
  clientFiles?: boolean;
  /** The client has the command `fiscal.selectText`: changes that leave words to be written name it. */
  selectText?: boolean;
}

/**
 * A command of the client, called once it has made a change: opens the file of the uri (first argument) with the range
 * (second argument, as in the Language Server Protocol) selected.
 */
export const selectTextCommand = 'fiscal.selectText';

/**
 * Requests from the server to its client, made by the browser entry, which has no file system of its own, and where
 * `clientFiles` was asked for. A client that does not answer them has only its open files checked.
 */
export const readFileRequest = 'fiscal/fs/readFile';
export const readDirectoryRequest = 'fiscal/fs/readDirectory';
export const statRequest = 'fiscal/fs/stat';

export interface FileParams {
  uri: string;
}

/** Base64 of the bytes, which the server decodes as it does those of its own files; null: there is no such file. */
export interface ReadFileResult {
  content: string | null;
}

export interface FileNode {
  uri: string;
  isFile: boolean;
  isDirectory: boolean;
}

export interface ReadDirectoryResult {
  entries: FileNode[];
}

/** null: there is nothing of that name. */
export interface StatResult {
  node: FileNode | null;
}
