import type { Origin } from './origin.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Knowledge } from './knowledge.js';
import { type Path } from './path.js';
import type { SchemaItem } from './schema.js';
import type { Rule } from './rule.js';
import { Subject } from './subject.js';

/** What holds for a report as a whole. */
export interface ReportHeader {
  /** 部门决算 or 单位决算. */
  readonly kind: string;
  readonly name: string;
  readonly year: number;
  /** 元, 千元, 万元 or 亿元: declared once, never guessed from figures. */
  readonly moneyUnit: string;
  readonly decimals: number;
  readonly percentDecimals: number;
  /** 取舍 截断: amounts of money lost their further digits, where others are rounded. */
  readonly truncates?: boolean;
  readonly schema: SchemaItem;
  readonly catalog: Catalog;
  /** The 款 in which a department of that name has its own lines, where somebody knows. */
  readonly ownHeadings?: () => ReadonlySet<string>;
  /** The report's name in its source. */
  readonly origin: Origin;
}

/**
 * All that one report says, as subjects with facts, texts and attributes. No syntax, no layout: whoever reads a
 * report, from a source or from elsewhere, adds to `root` what he finds, and completes the base.
 */
export class FactBase implements ReportHeader {
  readonly root: Subject;
  readonly kind: string;
  readonly name: string;
  readonly year: number;
  readonly moneyUnit: string;
  readonly decimals: number;
  readonly percentDecimals: number;
  readonly truncates: boolean;
  readonly schema: SchemaItem;
  readonly catalog: Catalog;
  readonly ownHeadings: () => ReadonlySet<string>;
  readonly origin: Origin;
  /** Last year's report, which supplies every 上年 that is not stated. */
  prior?: FactBase;
  /** Reports of subordinate units, which sum up to this one. */
  readonly units: FactBase[] = [];
  /** It names reports of units that could not be had: there are more units than anybody knows of here. */
  lacksUnits = false;
  /** What of its source could not be read: the blocks in which that stands, and the lines. */
  readonly unread = { blocks: new Set<Subject>(), lines: new Set<number>() };
  /** What its units paid to each other, on both sides: in their sums it would be counted twice. */
  readonly eliminations: FactBase[] = [];
  /** It is one of those itself: of what it does not name nothing is taken out. */
  isElimination = false;
  /** The report's rules: what they say equals something stated, or sums up, need not be stated. */
  rules: readonly Rule[] = [];
  private completed: Knowledge | undefined;

  constructor(header: ReportHeader) {
    this.kind = header.kind;
    this.name = header.name;
    this.year = header.year;
    this.moneyUnit = header.moneyUnit;
    this.decimals = header.decimals;
    this.percentDecimals = header.percentDecimals;
    this.truncates = header.truncates ?? false;
    this.schema = header.schema;
    this.catalog = header.catalog;
    this.ownHeadings = header.ownHeadings ?? (() => new Set());
    this.origin = header.origin;
    this.root = new Subject(this, '', undefined);
  }

  /** Nothing is added any more: from now on the report is only read, and asked what follows from it. */
  complete(knowledge: Knowledge): void {
    this.completed = knowledge;
  }

  get isComplete(): boolean {
    return this.completed !== undefined;
  }

  /** What follows from the report. It must be complete: rules set, reports of last year and of units linked. */
  get knowledge(): Knowledge {
    if (!this.completed) throw new Error(`${this.name} is asked before it is complete`);
    return this.completed;
  }

  /** The subject at a path, if the author wrote of it. */
  find(path: Path): Subject | undefined {
    return path.reduce<Subject | undefined>((subject, name) => subject?.children.get(name), this.root);
  }
}
