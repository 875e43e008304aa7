import { type Finding, nearestNames, newMessage, type Report, ruleIds, type Template } from '@fiscal/core';
import { projectFilesAbove } from '../project/find-project.js';
import { type Project, readProject, unreadableProject } from '../project/project.js';
import { listRules } from './rule-book.js';
import type { SourceHost } from './source-host.js';

/** The project files of a workspace, each read once; the nearest one above a file holds for it. */
export class Projects {
  private readonly known = new Map<string, Project | undefined>();

  constructor(private readonly host: SourceHost) {}

  of(uri: string): Project | undefined {
    for (const candidate of projectFilesAbove(uri)) {
      const project = this.at(candidate);
      if (project) return project;
    }
    return undefined;
  }

  private at(uri: string): Project | undefined {
    if (!this.known.has(uri)) this.known.set(uri, this.read(uri));
    return this.known.get(uri);
  }

  private read(uri: string): Project | undefined {
    const text = this.host.read(uri);
    if (text === undefined) return undefined;
    return typeof text === 'string' ? readProject(uri, text) : unreadableProject(uri, text.reason);
  }
}

/** What is wrong in the project files of reports: as far as these reports tell, rules that nobody knows as well. */
export function projectFindings(
  projects: Iterable<Project | undefined>,
  reports: readonly Report[],
  templates: ReadonlyMap<string, Template>,
): Finding[] {
  const distinct = [...new Set(projects)].filter((project) => project !== undefined);
  return distinct.flatMap((project) => [...project.findings, ...unknownRules(project, reports, templates)]);
}

function unknownRules(
  { severityChanges }: Project,
  reports: readonly Report[],
  templates: ReadonlyMap<string, Template>,
): Finding[] {
  const unclear = severityChanges.filter(({ rule }) => !ruleIds.has(rule));
  if (unclear.length === 0) return [];
  const own = [
    ...reports.flatMap(({ rules }) => rules),
    ...[...templates.values()].flatMap(({ rules }) => rules),
  ];
  const known = new Set([...listRules(), ...own].map(({ id }) => id));
  return unclear
    .filter(({ rule }) => !known.has(rule))
    .map(({ rule, origin }) => ({
      ...newMessage('M004', origin, 'unknown-rule', { rule }, nearestNames(rule, known)),
      // Another report of the project may have a rule of its own.
      severity: 'information',
    }));
}
