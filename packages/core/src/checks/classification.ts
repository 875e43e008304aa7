import type { Severity } from '../vocabulary/severity.js';
import type { Catalog, CatalogEntry, CatalogKind } from '../catalog/catalog.js';
import { kindOfCode, levelOfCode } from '../catalog/code.js';
import { areSwapped, codesMeant, type NearCodes } from '../catalog/codes-meant.js';
import { certainYear, isNameOf } from '../catalog/names.js';
import type { Attribute, Subject } from '../model/subject.js';
import type { Finding, FindingData } from '../findings/finding.js';
import type { Origin } from '../model/origin.js';
import type { Report } from '../model/report.js';
import { kindOfLines } from './line-kind.js';
import { parentCode } from '../knowledge/lines.js';
import { newFinding, newMessage } from '../findings/new-finding.js';

/**
 * C001–C008: codes and names of the classification lines against 政府收支分类科目 of the report's year.
 * What is said of a line comes from its lowering: `code` and `origin` (the code as written), the attribute
 * 名称 (the name as written, if any) and the attribute 重复 (the code at its second place, if any).
 */
export function* classificationFindings(report: Report): Iterable<Finding> {
  yield* orderFindings(report.base.root);
  for (const line of codedLines(report.base.root)) {
    const { code, origin } = line;
    if (code === undefined || origin === undefined) continue;
    yield* duplicateFindings(line, code);
    yield* lineFindings(report.base.catalog, line, code, origin);
  }
}

/**
 * C008: the first line of a block that stands behind one of a higher code of the same level. Reports put economic
 * lines into groups of their own, and 类 before all 项.
 */
function* orderFindings(subject: Subject): Iterable<Finding> {
  const before = new Map<number, string>();
  for (const { code, origin } of subject.children.values()) {
    if (code === undefined || origin === undefined || kindOfCode(code) !== 'functional') continue;
    const last = before.get(code.length) ?? '';
    if (code < last) {
      yield newMessage('C008', origin, 'code-order', { code, before: last });
      break;
    }
    before.set(code.length, code);
  }
  for (const child of subject.children.values()) yield* orderFindings(child);
}

/** Only the first fault of a line is told: where a code is unknown its name cannot be judged. */
function* lineFindings(catalog: Catalog, line: Subject, code: string, origin: Origin): Iterable<Finding> {
  const kind = kindOfLines(line);
  const written = kindOfCode(code);
  if (kind === undefined) return;
  if (written !== undefined && written !== kind) {
    yield newMessage('C004', origin, 'code-kind', { code, expected: kind, actual: written });
  } else if (levelOfCode(code) === undefined) {
    const name = line.attributes.get('名称')?.value ?? '';
    const meant = codesMeant(catalog, kind, code, name, nearCodes(line)).map((entry) => entry.code);
    yield newMessage('C003', origin, 'code-length', { code, kind }, meant);
  } else {
    const entry = catalog.find(kind, code);
    const name = line.attributes.get('名称');
    if (!entry) yield unknownCode(catalog, kind, line, code, origin);
    else if (name && !isNameOf(entry, name.value)) yield wrongName(catalog, entry, name, line.base.root);
  }
}

/** What the line stands among. */
function nearCodes({ base, parent, code }: Subject): NearCodes {
  const others = (lines: Iterable<Subject>) =>
    [...lines].flatMap((line) => (line.code !== undefined && line.code !== code ? [line.code] : []));
  return {
    inBlock: others(parent?.children.values() ?? []),
    elsewhere: others(codedLines(base.root)),
    own: base.ownHeadings(),
  };
}

function* duplicateFindings(line: Subject, code: string): Iterable<Finding> {
  const repeated = line.attributes.get('重复');
  const first = String((line.origin?.range.start.line ?? 0) + 1);
  if (repeated) yield newMessage('C007', repeated.origin, 'code-duplicate', { code, first });
}

/** A code that nobody knows beside a name of its own 款 is a slip of the hand, however much the catalogue may lack. */
function unknownCode(
  catalog: Catalog,
  kind: CatalogKind,
  line: Subject,
  code: string,
  origin: Origin,
): Finding {
  const name = line.attributes.get('名称')?.value;
  const ownCatalog = catalog.governs(kind, levelOfCode(code)!);
  const suggestions = suggestedLines(catalog, kind, code, name);
  const named = namedBeside(catalog, kind, line, code, name);
  const data: FindingData = {
    kind: 'code',
    code,
    catalog: kind,
    suggestions,
    ownCatalog,
    ...(named && { named }),
  };
  return newFinding('C001', origin, data, ownCatalog ? 'error' : named && 'warning');
}

function namedBeside(
  catalog: Catalog,
  kind: CatalogKind,
  { parent }: Subject,
  code: string,
  name: string | undefined,
): { name: string; code: string; isWritten: boolean } | undefined {
  const above = parentCode(code);
  if (name === undefined || above === undefined) return undefined;
  const beside = catalog.list(kind, levelOfCode(code)!).filter((entry) => parentCode(entry.code) === above);
  const [entry, ...others] = beside.filter((one) => isNameOf(one, name));
  if (!entry || others.length > 0) return undefined;
  return { name, code: entry.code, isWritten: parent?.children.has(entry.code) ?? false };
}

/** The nearest codes as `code name`; those that bear the name as written, now or once, come first. */
function suggestedLines(catalog: Catalog, kind: CatalogKind, code: string, name?: string): string[] {
  const near = catalog.nearest(kind, code, 50);
  const bears = (entry: CatalogEntry) =>
    name !== undefined && (isNameOf(entry, name) || catalog.rename(entry.code, name) !== undefined);
  const anywhere = name === undefined ? [] : catalog.list(kind, levelOfCode(code)!);
  const swapped = [...near, ...anywhere.filter(bears)].filter((entry) => areSwapped(entry.code, code));
  const ranked = [
    ...swapped.filter(bears),
    ...swapped,
    ...near.filter(bears),
    ...anywhere.filter(bears),
    ...near,
  ];
  const lines = ranked.map((entry) => `${entry.code} ${entry.name}`);
  return [...new Set(lines)].slice(0, 3);
}

/** C005 where the name was or will be right in another year, else C002. */
function wrongName(catalog: Catalog, entry: CatalogEntry, name: Attribute, root: Subject): Finding {
  const rename = catalog.rename(entry.code, name.value);
  const renamedIn = rename && certainYear(rename);
  const confirmed = entry.confirmation !== 'recall-only' && entry.confirmation !== 'code-in-data';
  const data: FindingData = {
    kind: 'name',
    code: entry.code,
    stated: name.value,
    official: entry.name,
    confirmed,
    ...(renamedIn !== undefined && { renamedIn: String(renamedIn) }),
  };
  return newFinding(rename ? 'C005' : 'C002', name.origin, data, nameSeverity(entry, root));
}

/**
 * A name that nobody has confirmed is no ground for a warning, unless the report has it too, in another place; the
 * department's own list is the authority.
 */
function nameSeverity(entry: CatalogEntry, root: Subject): Severity | undefined {
  if (entry.confirmation === 'own') return 'error';
  return entry.confirmation === 'recall-only' && !isNamedSo(entry, root) ? 'information' : undefined;
}

function isNamedSo(entry: CatalogEntry, root: Subject): boolean {
  const isSo = (line: Subject) => {
    const name = line.code === entry.code ? line.attributes.get('名称') : undefined;
    return name !== undefined && isNameOf(entry, name.value);
  };
  return codedLines(root).some(isSo);
}

function codedLines(subject: Subject, lines: Subject[] = []): Subject[] {
  for (const child of subject.children.values()) {
    if (child.code !== undefined) lines.push(child);
    codedLines(child, lines);
  }
  return lines;
}
