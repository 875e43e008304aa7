import {
  compareOrigins,
  factAt,
  type Finding,
  messageOf,
  type Operand,
  type Origin,
  type Report,
  type Severity,
  unaccepted,
} from '@fiscal/core';
import { type Block, compose, type Marks, renderHtmlParts, unprintedFindings } from '@fiscal/report';
import { delayNextTick, type LangiumDocument } from 'langium';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { words } from '../words.zh.js';
import type { PreviewResult } from '../protocol.js';
import { parsedVersion } from '../workspace/document-factory.js';
import type { Examination } from '../workspace/examinations.js';
import { placeKey } from '../workspace/place-index.js';
import { blockPlaces } from './block-places.js';
import { operandsOf, placeOfOperands, sourcesText } from './figure-sources.js';

type MarkProperties = ReturnType<Marks['figure']>;

/**
 * The report as its template says it looks, with marks that lead back to its source. It takes long, so it gives way
 * to what the author types meanwhile: a preview of a text that is no more is given up. What the template does not
 * print is seen only here, and told.
 */
export async function preview(
  document: LangiumDocument,
  examination: Examination,
  tell: (unprinted: Finding[]) => void = () => undefined,
  changed: ReadonlyMap<string, string> = new Map(),
): Promise<PreviewResult> {
  const [report] = examination.reports;
  const version = parsedVersion(document.parseResult) ?? 0;
  const nothing = { html: '', style: '', title: '', version };
  if (!report) return { ...nothing, empty: 'no-report' };
  await giveWay(document, version);
  const composition = compose(report);
  const { document: composed } = composition;
  await giveWay(document, version);
  tell(unaccepted(unprintedFindings(report, composition), report));
  if (composed.blocks.length === 0) return { ...nothing, title: composed.title, empty: 'no-template' };
  const marks = new SourceMarks(report, examination, composed.blocks, changed);
  return { ...renderHtmlParts(composed, marks), title: composed.title, version };
}

/** Lets waiting messages in; throws when one of them changed the text. */
async function giveWay({ textDocument }: LangiumDocument, version: number): Promise<void> {
  await delayNextTick();
  if (textDocument.version > version && version > 0)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text was changed.');
}

/** Where figures and paragraphs come from, and which figures something was found about. */
class SourceMarks implements Marks {
  private readonly places: ReadonlyMap<Block, Origin>;
  private readonly findings: ReadonlyMap<string, Finding>;

  constructor(
    private readonly report: Report,
    private readonly examination: Examination,
    blocks: readonly Block[],
    /** Figures that are others than in the version compared with, and what they were there. */
    private readonly changed: ReadonlyMap<string, string>,
  ) {
    this.places = blockPlaces(blocks, examination.uri, this.placeOfFigure);
    this.findings = findingsByPlace(examination.findings);
  }

  figure: Marks['figure'] = (figure) => {
    const operands = operandsOf(figure);
    const place = figure.origin ?? this.originOf(figure);
    const finding = place && this.findingAt(place, figure.path);
    const before = this.changed.get(pathOfFigure(figure));
    const was = before === undefined ? [] : [words.was(before)];
    const told = [...was, ...(finding ? [messageOf(finding)] : []), ...sourcesText(figure, operands)];
    const classes = [
      ...(finding ? ['has-finding', finding.severity] : []),
      ...(was.length > 0 ? ['changed'] : []),
    ];
    return {
      ...(place
        ? this.leadingTo('dataOrigin', place)
        : this.leadingTo('dataOperand', placeOfOperands(operands))),
      ...(classes.length > 0 && { className: classes }),
      ...(told.length > 0 && { title: told.join('\n') }),
    };
  };

  block: Marks['block'] = (block) => {
    const origin = 'origin' in block ? block.origin : undefined;
    if (origin?.uri === this.examination.uri) return { dataLine: String(origin.range.start.line) };
    return this.leadingTo('dataBlock', this.places.get(block));
  };

  private placeOfFigure = (figure: Parameters<Marks['figure']>[0]): Origin | undefined =>
    figure.origin ?? this.originOf(figure) ?? placeOfOperands(operandsOf(figure));

  private leadingTo(attribute: string, place: Origin | undefined): MarkProperties {
    if (!place) return {};
    const { line, character } = place.range.start;
    return {
      [attribute]: `${line}:${character}`,
      ...(place.uri !== this.examination.uri && { dataUri: place.uri }),
    };
  }

  /** Where a figure's subject is named, or the first figure that was written of it. */
  private originOf({ fact, path }: Parameters<Marks['figure']>[0]): Origin | undefined {
    const meant = fact ?? (path === undefined ? undefined : factAt(this.report.base, path));
    return meant?.statements[0]?.origin ?? meant?.subject.origin;
  }

  private findingAt(origin: Origin, path: string | undefined): Finding | undefined {
    return this.findings.get(keyOf(origin)) ?? (path === undefined ? undefined : this.findings.get(path));
  }
}

/** As comparisons call it. */
function pathOfFigure({ fact, path }: Parameters<Marks['figure']>[0]): string {
  return path ?? fact?.key ?? '';
}

const ranks: Record<Severity, number> = { error: 0, warning: 1, information: 2, hint: 3 };

/** The gravest finding at each place, and for each figure that a finding is told of. */
function findingsByPlace(findings: readonly Finding[]): Map<string, Finding> {
  const byPlace = new Map<string, Finding>();
  const graver = [...findings].sort(
    (a, b) => ranks[a.severity] - ranks[b.severity] || compareOrigins(a.origin, b.origin),
  );
  for (const finding of graver)
    for (const key of [keyOf(finding.origin), ...toldOf(finding).map(({ path }) => path)])
      if (!byPlace.has(key)) byPlace.set(key, finding);
  return byPlace;
}

/** The figures that are in doubt, not those that they were compared with. */
function toldOf({ data, origin }: Finding): Operand[] {
  if (data.kind === 'ratio') return [data.ratio];
  if (data.kind === 'tails') return data.tails.flatMap(toldOf);
  const operands = data.kind === 'sum' ? data.total : data.kind === 'same' ? data.statements : [];
  return operands.filter((operand) => !operand.origin || compareOrigins(operand.origin, origin) === 0);
}

function keyOf({ uri, range }: Origin): string {
  return `${uri} ${placeKey(range.start)}`;
}
