import type { Catalog, CatalogEntry, CatalogLevel } from '../../catalog/catalog.js';
import { editDistance } from '../../catalog/edit-distance.js';
import { certainYear, isNameOf } from '../../catalog/names.js';
import type { Finding } from '../../findings/finding.js';
import type { Passage } from '../../prose/passage.js';
import { subjectPathsIn, type SubjectName } from '../../prose/subject-path.js';
import { newFinding } from '../../findings/new-finding.js';

const levels: readonly CatalogLevel[] = ['类', '款', '项'];

/**
 * C013: names of classification lines in running text, each below its own 类 and 款. Silent where nothing in the
 * catalogue comes near: it may not be complete.
 */
export function* subjectNameFindings(passage: Passage, catalog: Catalog): Generator<Finding> {
  for (const names of subjectPathsIn(passage.text)) {
    let parent = '';
    for (const [index, written] of names.entries()) {
      const siblings = catalog
        .list('functional', levels[index]!)
        .filter(({ code }) => code.startsWith(parent));
      const entry = siblings.find((one) => isNameOf(one, written.name));
      const meant = entry ?? nearest(written.name, siblings, catalog);
      if (!meant) break;
      if (!entry) yield finding(passage, written, meant, catalog);
      parent = meant.code;
    }
  }
}

/** One character in three may differ. */
const differing = 3;

/** Names of which one holds the other, or few characters differ. */
function nearest(
  name: string,
  siblings: readonly CatalogEntry[],
  catalog: Catalog,
): CatalogEntry | undefined {
  const renamed = siblings.filter(({ code }) => catalog.rename(code, name) !== undefined);
  if (renamed.length === 1) return renamed[0];
  const near = siblings
    .map((entry) => ({ entry, distance: editDistance(name, entry.name) }))
    .filter(({ entry, distance }) => distance * differing <= entry.name.length || distance === 1)
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = near;
  return best && best.distance !== second?.distance && best.entry.confirmation !== 'recall-only'
    ? best.entry
    : undefined;
}

function finding(
  passage: Passage,
  { name, start, end }: SubjectName,
  { code, name: official, confirmation }: CatalogEntry,
  catalog: Catalog,
): Finding {
  const rename = catalog.rename(code, name);
  const renamedIn = rename && certainYear(rename);
  return newFinding('C013', passage.originOf(start, end), {
    kind: 'name',
    code,
    stated: name,
    official,
    confirmed: confirmation !== 'code-in-data',
    ...(renamedIn !== undefined && { renamedIn: String(renamedIn) }),
  });
}
