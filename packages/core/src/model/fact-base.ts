import type { Origin } from './origin.js';
import type { Catalog } from '../catalog/catalog.js';
import type { SchemaItem } from './schema.js';
import type { Rule } from './rule.js';
import { Subject } from './subject.js';

/** All that one report says, as subjects with facts, texts and attributes. No syntax, no layout. */
export class FactBase {
  readonly root: Subject;
  /** Last year's report, which supplies every 上年 that is not stated. */
  prior?: FactBase;
  /** Reports of subordinate units, which sum up to this one. */
  readonly units: FactBase[] = [];
  /** 取舍 截断: amounts of money lost their further digits, where others are rounded. */
  truncates = false;
  /** The report's rules: what they say equals something stated, or sums up, need not be stated. */
  rules: readonly Rule[] = [];

  constructor(
    /** 部门决算 or 单位决算. */
    readonly kind: string,
    readonly name: string,
    readonly year: number,
    /** 元, 千元, 万元 or 亿元: declared once, never guessed from figures. */
    readonly moneyUnit: string,
    readonly decimals: number,
    readonly percentDecimals: number,
    readonly schema: SchemaItem,
    readonly catalog: Catalog,
    /** The report's name in its source. */
    readonly origin: Origin,
  ) {
    this.root = new Subject(this, '', undefined);
  }

  /** The subject at a canonical path, if the report speaks of it. */
  find(path: string): Subject | undefined {
    let subject: Subject | undefined = this.root;
    for (const name of path.split('.')) subject = subject?.children.get(name);
    return subject;
  }
}
