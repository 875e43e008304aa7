import type { FactBase } from '../model/fact-base.js';
import type { Finding } from '../findings/finding.js';
import { newMessage } from '../findings/new-finding.js';
import { isDay, parseDate } from '../formulas/numerals/date.js';

const published = '公开时间';

/** XX局, ××县财政局: the name of a form. 某局 is one that somebody made up. */
const formName = /[Xx×ＸｘX]{2,}|_{2,}/u;

/** D001, D010: what the cover says of the report. */
export function* coverFindings(base: FactBase, today: string | undefined): Generator<Finding> {
  const attribute = base.root.attributes.get(published);
  const year = Number(/^\d{4}/.exec(attribute?.value ?? '')?.[0]);
  const thisYear = Number(today?.slice(0, 4));
  if (base.year > thisYear) {
    const meant = yearMeant(base, thisYear);
    yield newMessage('D001', base.origin, 'year-to-come', { year: String(base.year) }, meant);
  } else if (attribute && year <= base.year && isRealDay(attribute.value))
    yield newMessage('D001', attribute.origin, 'published-early', {
      date: attribute.value,
      year: String(base.year),
      next: String(base.year + 1),
    });
  const [found] = formName.exec(base.name) ?? [];
  if (found !== undefined) yield newMessage('D010', base.origin, 'placeholder', { found, more: '' });
}

/** A day that no calendar has is told where it was read. */
function isRealDay(written: string): boolean {
  const date = parseDate(written);
  return date !== undefined && isDay(date);
}

/** The year behind last year's, that in the name of the file, or that in which it was published before. */
function yearMeant({ prior, origin: { uri }, root }: FactBase, thisYear: number): string[] {
  const publishedIn = Number(/^\d{4}/.exec(root.attributes.get(published)?.value ?? '')?.[0]);
  const [inName] = /(?:19|20)\d{2}(?!\d)/.exec(uri.slice(uri.lastIndexOf('/') + 1)) ?? [];
  const candidates = [prior && prior.year + 1, inName, publishedIn - 1];
  const found = candidates.find((year) => Number(year) <= thisYear);
  return found === undefined ? [] : [String(found)];
}
