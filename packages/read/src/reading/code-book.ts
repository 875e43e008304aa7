import {
  type Catalog,
  type CatalogEntry,
  type CatalogKind,
  type CatalogLevel,
  parentCodes,
} from '@fiscal/core';
import { plain } from '../published/readable.js';
import type { Binding } from './binding.js';

/** Blocks whose lines have codes, and of which classification. */
const coded: readonly (readonly [RegExp, CatalogKind])[] = [
  [/^收入\.按科目|^收入$|^支出\.|^目录\.功能分类/, 'functional'],
  [/^基本支出|^项目支出|\.明细|^目录\.经济分类/, 'economic'],
];

const levels: readonly CatalogLevel[] = ['类', '款', '项'];

/** Codes by the names that a document gives them: its own tables first, then the catalogue. */
export class CodeBook {
  /** Names of codes as the document's tables have them, by kind. */
  private readonly names: Record<string, Map<string, string>> = {};

  constructor(private readonly catalog: Catalog) {}

  isCoded(container: readonly string[]): boolean {
    return this.kindOf(container) !== undefined;
  }

  /** A table of the document has that code under that name. */
  note(container: readonly string[], code: string, name: string): void {
    const kind = this.kindOf(container);
    if (kind) (this.names[kind] ??= new Map()).set(code, plain(name));
  }

  /** The code of what bears these names; undefined when none does, or more than one. */
  codeOf(container: readonly string[] | undefined, binding: Binding): string | undefined {
    const kind = container && this.kindOf(container);
    if (binding.编码 !== undefined || !kind) return binding.编码;
    const own = this.inTables(kind, binding);
    return own.length === 1 ? own[0] : this.inCatalogue(kind, binding, own);
  }

  /** What a code is called: in the document, else officially. */
  nameOf(container: readonly string[], code: string): string | undefined {
    const kind = this.kindOf(container);
    return kind && (this.names[kind]?.get(code) ?? this.catalog.find(kind, code)?.name);
  }

  private kindOf(container: readonly string[]): CatalogKind | undefined {
    const path = container.join('.');
    return coded.find(([pattern]) => pattern.test(path))?.[1];
  }

  private inTables(kind: CatalogKind, binding: Binding): string[] {
    const names = this.names[kind] ?? new Map<string, string>();
    const nameOf = (code: string) => names.get(code) ?? this.catalog.find(kind, code)?.name;
    return [...names.keys()].filter((code) => isNamed(code, binding, nameOf));
  }

  private inCatalogue(kind: CatalogKind, binding: Binding, among: readonly string[]): string | undefined {
    const level: CatalogLevel | undefined =
      binding.款 !== undefined ? '项' : binding.类 !== undefined ? '款' : undefined;
    const candidates = (level ? [level] : levels).flatMap((one) => this.catalog.list(kind, one));
    const found = candidates.filter(({ code }: CatalogEntry) =>
      isNamed(code, binding, (one) => this.catalog.find(kind, one)?.name),
    );
    const codes =
      among.length > 0
        ? found.map(({ code }) => code).filter((code) => among.includes(code))
        : found.map(({ code }) => code);
    // 一般公共服务支出 is a 类, and 其他一般公共服务支出 a 款 and a 项 of one name: the highest is meant.
    const highest = level
      ? codes
      : codes.filter((code) => code.length === Math.min(...codes.map(({ length }) => length)));
    return highest.length === 1 ? highest[0] : undefined;
  }
}

function isNamed(code: string, binding: Binding, nameOf: (code: string) => string | undefined): boolean {
  if (!isSame(nameOf(code), binding.名称)) return false;
  const [first, second] = parentCodes(code);
  if (binding.款 !== undefined && !(second && isSame(nameOf(second), binding.款))) return false;
  if (binding.款 !== undefined && code.length !== 7) return false;
  return binding.类 === undefined || (first !== undefined && isSame(nameOf(first), binding.类));
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && plain(one) === plain(other);
}
