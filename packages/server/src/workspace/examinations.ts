import {
  type Accepted,
  dayOf,
  type Defect,
  Defects,
  examineReports,
  type Finding,
  type Report,
  startOf,
  type Template,
} from '@fiscal/core';
import { load, parse } from '@fiscal/language';
import { layered } from '@fiscal/language/editor';
import { templateFindings } from '@fiscal/report';
import type { LangiumDocument } from 'langium';
import type { FiscalSharedServices } from '../services.js';
import { parseFailure } from './document-factory.js';
import { knownIn, missingIn } from './known-findings.js';
import { PlaceIndex } from './place-index.js';
import { RelationIndex } from './relation-index.js';
import { gatherSources, type SourceSet } from './source-set.js';

/** What is known of a file: its reports with their facts, and all that was found in them. */
export interface Examination {
  readonly uri: string;
  readonly reports: readonly Report[];
  /** Templates that its reports may use. */
  readonly templates: ReadonlyMap<string, Template>;
  /**
   * All that a check of the file alone tells: in it, and in files that it names, whether or not those are open. Where
   * several files name one, each tells what is wrong there.
   */
  readonly findings: readonly Finding[];
  /** What its authors let be. */
  readonly accepted: readonly Accepted[];
  /** Of what else is found in it, that which the project does not let be. */
  readonly withoutKnown: (findings: readonly Finding[]) => readonly Finding[];
  readonly places: PlaceIndex;
  readonly relations: RelationIndex;
}

interface Remembered {
  identity: readonly unknown[];
  examination: Examination;
}

/** Loads and checks files when somebody asks, once for each state of the texts. */
export class Examinations {
  private readonly known = new Map<string, Remembered>();
  /** Of the versions that files are compared with. */
  private readonly others = new Map<string, Remembered>();

  constructor(private readonly services: FiscalSharedServices) {}

  async of(document: LangiumDocument): Promise<Examination> {
    const { workspace, fiscal } = this.services;
    const sources = await gatherSources(document, workspace.LangiumDocuments, fiscal);
    const today = dayOf(new Date());
    const identity = [today, ...sources.identity];
    const known = this.known.get(sources.file.uri);
    if (known && isSame(known.identity, identity)) return known.examination;
    const { examination, defects } = examine(sources, today, parseFailure(document.parseResult));
    for (const { origin, error } of defects) fiscal.Log.defect(origin.uri, error);
    this.known.set(sources.file.uri, { identity, examination });
    return examination;
  }

  /** What another version of a file says, beside the files that are there now. */
  async ofText(document: LangiumDocument, text: string): Promise<Examination> {
    const { workspace, fiscal } = this.services;
    const other = { uri: document.uri, parseResult: parse(text) };
    const sources = await gatherSources(document, workspace.LangiumDocuments, fiscal, other);
    const identity = [dayOf(new Date()), text, ...sources.identity.slice(1)];
    const known = this.others.get(sources.file.uri);
    if (known && isSame(known.identity, identity)) return known.examination;
    const { examination, defects } = examine(sources, dayOf(new Date()), undefined);
    for (const { origin, error } of defects) fiscal.Log.defect(origin.uri, error);
    this.others.set(sources.file.uri, { identity, examination });
    return examination;
  }

  /** Gives up what is known of files that nobody looks at any more. */
  retain(uris: ReadonlySet<string>): void {
    for (const known of [this.known, this.others])
      for (const uri of [...known.keys()]) if (!uris.has(uri)) known.delete(uri);
  }
}

function textIn({ read }: SourceSet['host'], uri: string): string | undefined {
  const text = read(uri);
  return typeof text === 'string' ? text : undefined;
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function examine(
  { file, offering, host, baseline }: SourceSet,
  today: string,
  unparsed: unknown,
): { examination: Examination; defects: Defect[] } {
  const defects = new Defects();
  const sources = [file, ...offering].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  if (unparsed) defects.met.push({ origin: startOf(file.uri), error: unparsed });
  const { reports, templates, findings } = load(sources, host, (source) => source === file, defects.contain);
  const used = reports.flatMap(({ template }) => (template ? [[template.name, template] as const] : []));
  const options = { today, contain: defects.contain };
  const checked = examineReports({ reports, findings }, templateFindings, options);
  // The tree of a text that our parser failed at is none of that text.
  const found = checked.findings.filter(({ origin }) => !unparsed || origin.uri !== file.uri);
  const withoutKnown = knownIn(baseline, (uri) => (uri === file.uri ? file.text : textIn(host, uri)));
  const examination = {
    uri: file.uri,
    reports,
    templates: layered(templates, new Map(used)),
    findings: [...withoutKnown(found), ...missingIn(baseline), ...defects.findings()],
    accepted: checked.accepted,
    withoutKnown,
    places: new PlaceIndex(file.uri, reports),
    relations: new RelationIndex(checked.judgements.values()),
  };
  return { examination, defects: defects.met };
}
