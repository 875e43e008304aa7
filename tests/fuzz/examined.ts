import { dayOf, examineReports, type Finding, listFacts } from '@fiscal/core';
import { load, type SourceHost, type Workspace } from '@fiscal/language';
import { templateFindings } from '@fiscal/report';
import { main } from './served-files.js';

/** A text as the command line sees it. */
export interface Examined {
  text: string;
  /** The texts of all files that it may refer to, by their uris. */
  files: ReadonlyMap<string, string>;
  workspace: Workspace;
  findings: Finding[];
  /** Listed before anything else asks for them. */
  facts: string[];
}

/** Loads and checks a text as `fiscal check` does. */
export function examine(text: string, files: ReadonlyMap<string, string>): Examined {
  const host: SourceHost = { read: (uri) => (uri === main ? text : files.get(uri)) };
  const workspace = load([{ uri: main, text }], host);
  const { findings } = examineReports(workspace, templateFindings, { today: dayOf(new Date()) });
  return { text, files, workspace, findings, facts: factsOf(workspace) };
}

function factsOf({ reports }: Workspace): string[] {
  return reports.flatMap(({ base }) =>
    listFacts(base).map(({ path, value, state }) => `${path} ${state} ${value}`),
  );
}
