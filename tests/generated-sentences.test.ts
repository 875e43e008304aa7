import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportKinds, skeleton, skeletonTemplates } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { check, exampleFiles, loadText, saying } from './check.js';
import { findingsInGenerated, linesOf } from './generated-text.js';
import { publishedReport } from './planted/published-report.js';
import { Random } from './random.js';

const states = ['0', '未填', '未发生', '不适用'];
const examples = exampleFiles
  .filter((path) => !path.includes('差错'))
  .map((path) => [path, readFileSync(join(import.meta.dirname, '..', 'examples', path), 'utf8')] as const);

/**
 * What our own rules for prose tell of the sentences that a template makes: nothing, whatever the figures. Where the
 * report's own figures contradict each other, its sentences do so too; how they are written is right even then.
 */
function faultsIn(text: string): string[] {
  const contradicts = check(text).some(({ severity }) => severity === 'error');
  return loadText(text).reports.flatMap((report) => [
    ...findingsInGenerated(report)
      .filter(({ finding: { rule } }) => rule !== 'F007' && !(contradicts && /^[RT]/.test(rule)))
      .map(({ text, finding }) => `${saying(finding)} ${text}`),
    ...linesOf(report).filter((line) => oddities.test(line)),
  ]);
}

/** Marks and units that meet, of which our rules for prose need not know. */
const oddities = /[，；：、]。|[，。；：、]{2}|([万千]?元|辆|批次|人次|%)\1|undefined|NaN|\[object|【|】/;

describe.each(skeletonTemplates)('%s', { timeout: 300_000 }, (template) => {
  test.each(reportKinds)('%s without anything, and one that was just begun', (kind) => {
    const begun = skeleton({ name: '甲局', year: 2024, kind, template });
    const texts = [
      `${kind} 甲局 2024 { 模板 ${template} }\n`,
      ...states.map((state) => begun.replaceAll('未填', state)),
    ];
    expect(texts.flatMap(faultsIn)).toEqual([]);
  });

  test.each(examples)('%s', (_, text) => {
    const chosen = withTemplate(text, template);
    expect([chosen, chosen.replace(/(?<=\s)\d[\d,]*\.\d+/g, '0.00')].flatMap(faultsIn)).toEqual([]);
  });

  test('random reports, whole, with figures left open, and with lines left out', () => {
    for (let index = 0; index < 15; index++) {
      const random = Random.of(20241130, index);
      const whole = publishedReport(random, template);
      const open = opened(whole, random);
      expect([whole, open, shortened(open, random)].flatMap(faultsIn)).toEqual([]);
    }
  });
});

function withTemplate(text: string, template: string): string {
  const line = `  模板 ${template}`;
  return /^ {2}模板 /m.test(text) ? text.replace(/^ {2}模板 .*$/m, line) : text.replace('{', `{\n${line}`);
}

/** Some figures are not known yet, did not happen or do not arise. */
function opened(text: string, random: Random): string {
  const [share, other] = [random.fraction() * 0.3, random.fraction() * 0.1];
  return text.replace(/(?<=[\u4e00-\u9fff）] )-?\d+\.\d\d(?= |$)/gm, (figure) => {
    if (random.chance(share)) return '未填';
    return random.chance(other) ? random.pick(states) : figure;
  });
}

function shortened(text: string, random: Random): string {
  const share = random.fraction() * 0.3;
  const stays = (line: string) => !/^ {4}\S/.test(line) || /[{}]/.test(line) || !random.chance(share);
  return text.split('\n').filter(stays).join('\n');
}
