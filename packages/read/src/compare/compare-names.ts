import { type Finding, newMessage } from '@fiscal/core';
import { isPart } from '../reading/part-of-name.js';
import type { OtherName } from '../reading/reading.js';

import { plain, spelled } from '../published/readable.js';
import type { Comparison } from './comparison.js';

/** Words for whose report it is that are no name. */
const general = /^(?:本|我|全|各|该|上述|所属|下属|直属|部门|单位)/;
const institution = /(?:[局委办馆院所站队厅部会校园处社室]|中心|集团|公司)$/;
/** The form's own words for who fills it in. */
const ofForm = /^(?:部门|单位)[（(](?:部门|单位)[）)]$|^[（(](?:部门|单位)(?:名称|全称)?[）)]$|^[×xX某]{2,}/;

/** Names and years that stand where the cover's are expected. */
export function compareNames(
  names: readonly OtherName[],
  comparison: Pick<Comparison, 'originOf' | 'textAt'>,
): Finding[] {
  return names.flatMap(({ expected, written, place }): Finding[] => {
    const from = comparison.textAt(place)?.indexOf(written) ?? -1;
    if (from < 0 || plain(written) === '') return [];
    const origin = comparison.originOf(place, from, from + written.length);
    const found = plain(written);
    if (/^\d+$/.test(expected)) {
      if (!/^20\d\d$/.test(found)) return [];
      return [newMessage('D013', origin, 'other-year', { found, year: expected })];
    }
    if (ofForm.test(written))
      return [newMessage('D010', origin, 'placeholder', { found: written, more: '' })];
    if (general.test(found) || !institution.test(found) || isPart(found, expected)) return [];
    return [newMessage('D014', origin, 'name-of-another', { found: written }, [spelled(expected)])];
  });
}
