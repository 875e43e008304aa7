import {
  dayOf,
  type Defect,
  defectFinding,
  Defects,
  examineReports,
  type Finding,
  type Report,
  startOf,
  type Template,
} from '@fiscal/core';
import { load } from '@fiscal/language';
import { layered } from '@fiscal/language/editor';
import { templateFindings } from '@fiscal/report';
import { type LangiumDocument, URI } from 'langium';
import type { FiscalSharedServices } from '../services.js';
import { parseFailure } from './document-factory.js';
import { PlaceIndex } from './place-index.js';
import { RelationIndex } from './relation-index.js';
import { gatherSources, type SourceSet } from './source-set.js';

/** What is known of a file: its reports with their facts, and all that was found in them. */
export interface Examination {
  readonly uri: string;
  readonly reports: readonly Report[];
  /** Templates that its reports may use. */
  readonly templates: ReadonlyMap<string, Template>;
  /** In the file, and in tables that it names. */
  readonly findings: readonly Finding[];
  readonly places: PlaceIndex;
  readonly relations: RelationIndex;
}

/** Loads and checks files when somebody asks, once for each state of the texts. */
export class Examinations {
  private readonly known = new Map<string, { identity: readonly unknown[]; examination: Examination }>();

  constructor(private readonly services: FiscalSharedServices) {}

  async of(document: LangiumDocument): Promise<Examination> {
    const { workspace, fiscal } = this.services;
    const sources = await gatherSources(document, workspace.LangiumDocuments, fiscal.OtherFiles);
    const today = dayOf(new Date());
    const identity = [today, ...sources.identity];
    const known = this.known.get(sources.file.uri);
    if (known && isSame(known.identity, identity)) return known.examination;
    const isOther = (uri: string) =>
      uri !== sources.file.uri && workspace.LangiumDocuments.hasDocument(URI.parse(uri));
    const { examination, defects } = examine(sources, today, isOther, parseFailure(document.parseResult));
    for (const { origin, error } of defects) fiscal.Log.defect(origin.uri, error);
    this.known.set(sources.file.uri, { identity, examination });
    return examination;
  }

  /** Gives up what is known of files that nobody looks at any more. */
  retain(uris: ReadonlySet<string>): void {
    for (const uri of [...this.known.keys()]) if (!uris.has(uri)) this.known.delete(uri);
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

/** What concerns other documents, defects met in them too, is told when those are examined themselves. */
function examine(
  { file, offering, host }: SourceSet,
  today: string,
  isOther: (uri: string) => boolean,
  unparsed: unknown,
): { examination: Examination; defects: Defect[] } {
  const defects = new Defects();
  const isOwn = ({ origin }: Pick<Finding, 'origin'>) => !isOther(origin.uri);
  const sources = [file, ...offering].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  if (unparsed) defects.met.push({ origin: startOf(file.uri), error: unparsed });
  const { reports, templates, findings } = load(sources, host, (source) => source === file, defects.contain);
  const used = reports.flatMap(({ template }) => (template ? [[template.name, template] as const] : []));
  const own = findings.filter(isOwn);
  const options = { today, contain: defects.contain };
  const checked = examineReports({ reports, findings: own }, templateFindings, options);
  const met = defects.met.filter(isOwn);
  const examination = {
    uri: file.uri,
    reports,
    templates: layered(templates, new Map(used)),
    findings: [...checked.findings, ...met.map(defectFinding)],
    places: new PlaceIndex(file.uri, reports),
    relations: new RelationIndex(checked.judgements.values()),
  };
  return { examination, defects: met };
}
