import type { FactBase } from '../../model/fact-base.js';
import type { Finding } from '../../findings/finding.js';
import { newMessage } from '../../findings/new-finding.js';
import type { Passage } from '../../prose/passage.js';

/** What a report tells as it stood when its year ended. */
const yearsEnd = /(?<![比较与同和]\s*)截至\s*(?<year>\d{4})\s*年\s*12\s*月\s*31\s*日/g;

/** 2023 年度…, not 《…（2023—2025 年）》, nor what is compared with: 比 2022 年度增加. */
const accountsOf =
  /(?<![比较与同和至—～~-]\s*)(?<year>\d{4})\s*年度(?=(?:部门|单位|本级)?(?:收入|支出|收支|收、支|决算|财政拨款|一般公共预算|“三公”经费|机关运行经费))/g;

/** D013: running text that speaks of another year's accounts than the report does. */
export function* yearFindings(passage: Passage, { year }: FactBase): Generator<Finding> {
  if (!passage.hasTypedDigit) return;
  const found = [
    ...endsOf(passage).filter((match) => yearOf(match) !== year),
    ...[...passage.text.matchAll(accountsOf)].filter((match) => isForeign(yearOf(match), year)),
  ];
  for (const match of found) {
    const start = match.index + match[0].indexOf(match.groups!.year!);
    if (passage.isComputed(start)) continue;
    yield newMessage('D013', passage.originOf(start, start + 4), 'other-year', {
      found: match.groups!.year!,
      year: String(year),
    });
  }
}

/** Beside the end of the year itself another one is there to be compared with. */
function endsOf({ text }: Passage): RegExpExecArray[] {
  const ends = [...text.matchAll(yearsEnd)];
  return ends.length === 1 ? ends : [];
}

function yearOf({ groups }: RegExpMatchArray): number {
  return Number(groups!.year);
}

/** The year before is spoken of all the time, the next one in plans. */
function isForeign(found: number, year: number): boolean {
  return found < year - 1 || found > year + 1;
}
