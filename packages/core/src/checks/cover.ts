import type { FactBase } from '../model/fact-base.js';
import type { Finding } from '../findings/finding.js';
import { newMessage } from '../findings/new-finding.js';

const published = '公开时间';

/** XX局, ××县财政局: the name of a form. 某局 is one that somebody made up. */
const formName = /[Xx×ＸｘX]{2,}|_{2,}/u;

/** D001, D010: what the cover says of the report. */
export function* coverFindings(base: FactBase): Generator<Finding> {
  const attribute = base.root.attributes.get(published);
  const year = Number(/^\d{4}/.exec(attribute?.value ?? '')?.[0]);
  if (attribute && year <= base.year)
    yield newMessage('D001', attribute.origin, 'published-early', {
      date: attribute.value,
      year: String(base.year),
      next: String(base.year + 1),
    });
  const [found] = formName.exec(base.name) ?? [];
  if (found !== undefined) yield newMessage('D010', base.origin, 'placeholder', { found, more: '' });
}
