import {
  checkReports,
  dayOf,
  Defects,
  type Finding,
  hasOwnTemplate,
  type Report,
  startOf,
  type Template,
} from '@fiscal/core';
import { load } from '@fiscal/language';
import { templateFindings } from '@fiscal/report';
import { type LangiumDocument, URI } from 'langium';
import type { FiscalSharedServices } from '../services.js';
import { parseFailure } from './document-factory.js';
import { gatherSources, type SourceSet } from './source-set.js';

/** What is known of a file: its reports with their facts, and all that was found in them. */
export interface Examination {
  readonly uri: string;
  readonly reports: readonly Report[];
  /** Templates that its reports may use. */
  readonly templates: ReadonlyMap<string, Template>;
  /** In the file, and in tables that it names. */
  readonly findings: readonly Finding[];
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
    const defects = new Defects();
    const examination = examine(
      sources,
      today,
      (uri) => workspace.LangiumDocuments.hasDocument(uri),
      defects,
      parseFailure(document.parseResult),
    );
    for (const { error } of defects.met) fiscal.Log.defect(sources.file.uri, error);
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

/** Findings of other documents are told when those are examined themselves. */
function examine(
  { file, offering, host }: SourceSet,
  today: string,
  isDocument: (uri: URI) => boolean,
  defects: Defects,
  unparsed: unknown,
): Examination {
  const sources = [file, ...offering].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  // Only what concerns this file is told with it; what fails in another one is told with that.
  if (unparsed) defects.met.push({ origin: startOf(file.uri), error: unparsed });
  const { reports, templates, findings } = load(sources, host, (source) => source === file, defects.contain);
  const isOwn = ({ origin }: Finding) => origin.uri === file.uri || !isDocument(URI.parse(origin.uri));
  const used = reports.flatMap(({ template }) => (template ? [[template.name, template] as const] : []));
  const own = findings.filter(isOwn);
  const checked = checkReports({ reports, findings: own }, triedTemplate, today, defects.contain);
  return {
    uri: file.uri,
    reports,
    templates: new Map([...templates, ...used]),
    findings: [...checked, ...defects.findings().filter(isOwn)],
  };
}

/** A template that is not of the library is tried on its report, as on the command line. */
function triedTemplate(report: Report): Finding[] {
  return hasOwnTemplate(report) ? templateFindings(report) : [];
}
