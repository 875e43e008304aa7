import type { Finding, Origin, ResolvedState, Severity, StatementState } from '@fiscal/core';

/** What two reports say differently, as data; the words for it are made last. */
export interface Changes {
  old?: ReportName;
  new?: ReportName;
  /** Instead of reports: the files, by uri, that only define something for others. */
  definitions?: { old?: string; new?: string };
  /** What was accepted, and what rules weigh: an auditor looks there first. */
  acceptances: AcceptanceChange[];
  /** What was typed, in the order of the new report; what was taken out stands where it stood. */
  typed: TypedChange[];
  /** What follows from that. */
  derived: DerivedChange[];
  findings: FindingChanges;
  /** The report is there on one side alone, with so many figures written. */
  whole?: { figures: number };
}

export interface ReportName {
  kind: string;
  name: string;
  year: number;
  uri: string;
}

export type TypedChange =
  | FigureChange
  | TextChange
  | WordChange
  | SubjectChange
  | HeaderChange
  | ReferenceChange
  | DefinitionChange;

/** Where something stands: the names from the root of its report, in the new one and in the old one. */
export interface Place {
  /** The path in the new report; of what was taken out, in the old one. */
  path: string;
  /** The path in the old report, where it is another one. */
  oldPath?: string;
  /** What an author calls it. */
  label: string;
  /** The block that it is told under. */
  block: string;
  /** Where it is written, in the old and in the new source. */
  oldOrigin?: Origin;
  newOrigin?: Origin;
}

/** What one statement says of a figure. */
export interface SaidFigure {
  state: StatementState;
  /** Exact, as a plain decimal; present for state 'value'. */
  value?: string;
  /** Declared decimals; undefined: exact. */
  decimals?: number;
  truncated?: true;
  origin: Origin;
}

/** A figure that is stated in one report or in both: added, taken out, or another one. */
export interface FigureChange extends Place {
  kind: 'figure';
  measure: string;
  unit: string;
  oldUnit?: string;
  /** All statements of it, as a rule one. */
  old?: SaidFigure[];
  new?: SaidFigure[];
  /** What it follows to be where it is not written, if that is known. */
  oldDerived?: string;
  newDerived?: string;
  /** new − old, where both are known. */
  difference?: string;
  /** The difference in per cent of the old figure. */
  rate?: string;
  /** Ten thousand times the old figure, or a ten-thousandth: 元 for 万元. */
  scale?: 'times' | 'divided';
  /** What a setting of the whole report makes of it, where nothing else was done to it. */
  effect?: SettingEffect;
}

/** The same amount in another unit; the same digits in another unit; the same amount, known to other digits. */
export type SettingEffect = 'converted' | 'rescaled' | 'redigited';

/** A text of the author. */
export interface TextChange extends Place {
  kind: 'text';
  name: string;
  old?: string;
  new?: string;
  /** The old text with the new names in its holes, where something is called otherwise now. */
  oldInNames?: string;
}

/** A word that the author chose from few, or a setting of the report. */
export interface WordChange extends Place {
  kind: 'word';
  name: string;
  old?: string;
  new?: string;
}

/** Something that the report speaks of came, went, was renamed, or stands elsewhere. */
export interface SubjectChange extends Place {
  kind: 'subject';
  change: 'added' | 'removed' | 'renamed' | 'moved';
  /** What it is: 项目, 单位, 指标, a line with a code, or any other item. */
  sort: 'project' | 'unit' | 'indicator' | 'line' | 'term' | 'item';
  oldLabel?: string;
  oldBlock?: string;
  /** The report that it came from or went to, where several are compared: 示例市水务局 2024. */
  otherReport?: string;
  /** All that is said of it, where it came or went. */
  parts: (FigureChange | TextChange | WordChange | SubjectChange)[];
}

/** What holds for the report as a whole: its name, year, unit of money, decimals. */
export interface HeaderChange extends Place {
  kind: 'header';
  property: 'kind' | 'name' | 'year' | 'moneyUnit' | 'decimals' | 'percentDecimals' | 'truncates';
  old: string;
  new: string;
  /** Figures that are others by this setting alone. */
  parts: FigureChange[];
}

/** A report that this one refers to. */
export interface ReferenceChange extends Place {
  kind: 'reference';
  of: '上年' | '单位';
  old?: string;
  new?: string;
  /** Nobody changed what refers to it: its file is gone, is there again, or is of another name or year now. */
  isUnchanged?: true;
}

/** The template, a rule or the structure that the report is written after. */
export interface DefinitionChange extends Place {
  kind: 'definition';
  of: 'template' | 'rule' | 'schema';
  /** Name of the template, id of the rule. */
  name: string;
  /** `another`: a template of another name. */
  change: 'added' | 'removed' | 'changed' | 'another';
  oldName?: string;
  title?: string;
  /** It stands in a file of its own, which is compared by itself. */
  isElsewhere?: true;
  /** As both are written by their authors. */
  old?: string;
  new?: string;
}

export interface KnownFigure {
  state: ResolvedState;
  value?: string;
}

/** A figure that nobody typed and that is another one now. */
export interface DerivedChange {
  path: string;
  oldPath?: string;
  label: string;
  block: string;
  measure: string;
  unit: string;
  oldUnit?: string;
  decimals: number;
  old?: KnownFigure;
  new?: KnownFigure;
  difference?: string;
  /** Places in `typed`, in order; none where the cause is not in the report itself. */
  causes: number[];
  /** Reports of last year or of units that changed by themselves: 示例市水务局 2023. */
  elsewhere: string[];
  /** The figures there that somebody wrote otherwise. */
  sources?: ForeignFigure[];
  /** The same digits in another unit, since only the unit was changed. */
  effect?: 'rescaled';
}

/** A figure of a report that is referred to, which is another one there. */
export interface ForeignFigure {
  report: string;
  label: string;
  difference?: string;
  decimals: number;
}

export interface FindingChanges {
  new: Finding[];
  gone: Finding[];
  changed: { old: Finding; new: Finding }[];
}

/** 忽略, or a rule that weighs more or less: given, taken back, or for another reason. */
export interface AcceptanceChange {
  kind: 'suppression' | 'severity';
  /** `kept`: it says what it said, and lets other findings be. */
  change: 'added' | 'removed' | 'changed' | 'kept';
  rule: string;
  /** The path of the block that it holds for; '' for the whole report. */
  scope: string;
  /** The block in words. */
  block: string;
  /** What became of findings by it: an auditor wants to see what is not told any more. */
  met: MetFinding[];
  /** It stands in the project's file or in one of rules, of which it is told itself. */
  isElsewhere?: true;
  old?: SaidAcceptance;
  new?: SaidAcceptance;
}

/**
 * `hidden`: accepted now, and told or not there before · `shown`: told again · `gone`: accepted before, not there any
 * more · `changed`: accepted in both, and says something else · `same`: accepted in both · `weighed`: of another
 * severity.
 */
export interface MetFinding {
  change: 'hidden' | 'shown' | 'gone' | 'changed' | 'same' | 'weighed';
  finding: Finding;
  old?: Finding;
}

export interface SaidAcceptance {
  reason: string;
  until?: string;
  severity?: Severity | 'off';
  origin: Origin;
}
