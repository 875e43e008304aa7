import {
  examineReports,
  type Finding,
  messageOf,
  type Origin,
  type Report,
  unknownNames,
} from '@fiscal/core';
import type { Workspace } from '@fiscal/language';
import { type Block, compose, type Composition } from '@fiscal/report';
import { findingsInGenerated, type GeneratedLine, linesOf } from './generated-text.js';

/** Something that a template would print and that nobody would want to read. */
export interface Fault {
  kind: 'hole' | 'marks' | 'unit' | 'leftover' | 'heading' | 'rule';
  /** What of a kind is the same wherever it shows. */
  key: string;
  /** 「，。」, 「万元万元」, what the rule says. */
  what: string;
  /** The sentence or heading that would be printed; '' for a hole. */
  sentence: string;
  origin?: Origin;
}

/** What is wrong with the reports of a workspace as their templates compose them. */
export function faultsOf(workspace: Workspace): Fault[] {
  return workspace.reports.flatMap((report) => {
    if (!report.template) return [];
    const composition = compose(report);
    const lines = linesOf(report, composition);
    return [
      ...holes(report, composition),
      ...lines.flatMap(odditiesIn),
      ...emptyHeadings(composition.document.blocks),
      // What is odd is told as that.
      ...saidByRules(
        workspace,
        report,
        lines.filter((line) => odditiesIn(line).length === 0),
      ),
    ];
  });
}

function holes(report: Report, { findings }: Composition): Fault[] {
  return [...findings, ...unknownNames(report.template!, report.base)]
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map((finding) => ({ kind: 'hole', ...saidBy(finding), sentence: '', origin: finding.origin }));
}

function saidBy(finding: Finding): Pick<Fault, 'key' | 'what'> {
  return { key: finding.rule, what: `${finding.rule} ${messageOf(finding)}` };
}

const marks = /[，；：、][，。；：、]|。[，。；：、]/;
const units = /([万千]?元|辆|批次|人次|%|[（]项[）])\1/;
const leftovers = /undefined|NaN|\[object|【|】|\{(?:中文|数字|名称|年度|种类)\}/;

/** Marks and units that meet, and what should have been filled in. */
function odditiesIn({ text, origin }: GeneratedLine): Fault[] {
  const kinds = [
    ['marks', marks],
    ['unit', units],
    ['leftover', leftovers],
  ] as const;
  return kinds.flatMap(([kind, pattern]) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [{ kind, key: found, what: found, sentence: text, ...at(origin) }];
  });
}

function at(origin: Origin | undefined): Pick<Fault, 'origin'> {
  return origin ? { origin } : {};
}

/** A heading before another one of its level or above, or before nothing. */
function emptyHeadings(blocks: readonly Block[]): Fault[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'heading') return [];
    const next = blocks[index + 1];
    if (next && (next.kind !== 'heading' || next.level > block.level)) return [];
    const title = block.content.map((inline) => ('text' in inline ? inline.text : '')).join('');
    return [
      { kind: 'heading', key: title, what: title, sentence: block.number + title, ...at(block.origin) },
    ];
  });
}

/**
 * What our own rules say of the sentences, as if an author had typed them. That a figure need not be typed is no fault
 * of a template's; where the figures of a report contradict each other, its sentences do so too.
 */
function saidByRules(workspace: Workspace, report: Report, lines: readonly GeneratedLine[]): Fault[] {
  const contradicts = examineReports(workspace).findings.some(({ severity }) => severity === 'error');
  return findingsInGenerated(report, lines)
    .filter(({ finding: { rule } }) => rule !== 'F007' && !(contradicts && /^[RT]/.test(rule)))
    .map(({ line, finding }) => ({
      kind: 'rule',
      ...saidBy(finding),
      sentence: line.text,
      ...at(line.origin),
    }));
}
