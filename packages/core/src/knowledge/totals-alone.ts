import type { FactBase } from '../model/fact-base.js';
import { saysSome, type Statement } from '../model/fact.js';
import type { Lines } from '../model/knowledge.js';
import { type Path, pathText } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { blocks } from '../vocabulary/blocks.js';
import { finalAccounts } from '../vocabulary/measures.js';
import { operating, personnel, total } from '../vocabulary/totals.js';
import { linesOf, subjectAt } from './ask.js';
import { catalogKindOf } from './lines.js';
import { blocksAt, blocksOf } from './report-blocks.js';
import { schemaOf } from './schema-of.js';
import { columnsOf } from './structure-rules.js';

const groups: readonly string[] = [personnel, operating];

/**
 * Blocks that are told by what their lines come to, without a line: 支出 一般公共预算 { 合计 100.00 }, 公用经费 10.00.
 * What stands in their lines nobody knows.
 */
export class TotalsAlone {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly base: FactBase) {}

  /** At names that lead to a block, to 人员经费 or 公用经费 of it, or to a line of it. */
  has(names: Path, code?: string): boolean {
    return this.at(names, code).length > 0;
  }

  /** All blocks of the report that are so, in whole or in part, and have an amount: what is left open is told as that. */
  all(): Path[] {
    return blocksOf(this.base).filter((path) => this.has(path) && this.hasAmount(path));
  }

  private hasAmount(path: Path): boolean {
    const wholes = this.base.find(path)?.children;
    const statements = [total, ...groups].flatMap((name) => statementsOf(wholes?.get(name)));
    return statements.some(({ value }) => value?.isZero() === false);
  }

  /** The blocks there that are so: several of what adds up others. */
  at(names: Path, code?: string): Path[] {
    const kind = code === undefined ? undefined : catalogKindOf(code);
    const group =
      names.find((name) => groups.includes(name)) ??
      (kind === 'economic' ? this.base.catalog.find(kind, code!)?.group : undefined);
    return blocksAt(this.base, names).filter((path) => this.isAlone(path, group));
  }

  private isAlone(path: Path, group: string | undefined): boolean {
    const key = pathText([...path, group ?? '']);
    let isAlone = this.known.get(key);
    if (isAlone === undefined) {
      // What asks for itself on the way is not so on its own account.
      this.known.set(key, false);
      this.known.set(key, (isAlone = this.findAlone(path, group)));
    }
    return isAlone;
  }

  private findAlone(path: Path, group: string | undefined): boolean {
    const { units } = this.base;
    if (units.some((unit) => unit.knowledge.totalsAlone.has(group ? [...path, group] : path))) return true;
    const container = this.base.find(path);
    if (!container || schemaOf(container)?.coded === undefined) return false;
    const lines = linesOf(subjectAt(this.base, path) ?? container)?.top ?? [];
    const wholes = container.children;
    if (path[0] !== blocks.basicExpenditure) return lines.length === 0 && isSome(wholes.get(total));
    const asked = group ? [group] : groups;
    return asked.some((name) => {
      if (this.linesIn(name, lines).length > 0) return false;
      if (isSaid(wholes.get(name))) return isSome(wholes.get(name));
      return (
        lines.length === 0 && !groups.some((each) => isSaid(wholes.get(each))) && isSome(wholes.get(total))
      );
    });
  }

  private linesIn(group: string, lines: Lines['top']): Lines['top'] {
    return lines.filter(({ code }) => this.base.catalog.find(catalogKindOf(code!), code!)?.group === group);
  }
}

function isSaid(whole: Subject | undefined): boolean {
  return statementsOf(whole).length > 0;
}

/** It came to something, or is left open. */
function isSome(whole: Subject | undefined): boolean {
  return saysSome(statementsOf(whole));
}

/** Of the year itself: what it was last year, or was to be, tells of no line. */
function statementsOf(whole: Subject | undefined): readonly Statement[] {
  if (!whole?.parent) return [];
  const measures = [finalAccounts, ...columnsOf(whole.parent)];
  return measures.flatMap((measure) => whole.facts.get(measure)?.statements ?? []);
}
