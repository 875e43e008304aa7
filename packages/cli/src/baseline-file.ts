import type { Finding } from '@fiscal/core';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  baselineText,
  compareWithBaseline,
  missingBaseline,
  type Naming,
  type Project,
  readBaseline,
} from '@fiscal/language/project';
import type { Checked } from './check-files.js';
import type { Context } from './context.js';
import { Failure } from './failure.js';
import { givenPath } from './input/given-path.js';
import { pathInProject, projectsOf } from './input/projects.js';
import { statusOf } from './input/status.js';
import { readText } from './input/read-text.js';
import type { SourceFiles } from './input/source-files.js';
import { messages } from './messages.zh.js';
import { relativePath, relativeUri } from './output/place.js';
import { printLine } from './output/print.js';
import { writeText } from './output/write-file.js';

/** Writes what was found as a baseline, and says so. */
export async function writeBaseline(
  name: string,
  { findings, files }: Checked,
  context: Context,
): Promise<void> {
  const { cwd, stdout } = context.io;
  const path = givenPath(name, cwd);
  await writeText(path, baselineText(findings, await namingFor(path, files, context)), cwd);
  printLine(messages.baselineWritten(relativePath(path, cwd), findings.length), stdout);
}

interface Parted {
  fresh: Finding[];
  known: number;
  gone: number;
}

/** Parts what was found by the baselines that the projects of the files name, each for its own files. */
export async function withoutKnownInProjects(checked: Checked, context: Context): Promise<Parted> {
  const { cwd } = context.io;
  // Also of files in which nothing was found: that their baseline is gone is told as soon as it is.
  const uris = [
    ...new Set([...checked.presentation.files, ...checked.findings.map(({ origin }) => origin.uri)]),
  ];
  const paths = uris.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri));
  const projects = await projectsOf(paths, cwd);
  const baselines = new Map<string, string>();
  const missing = new Set<NonNullable<Project['baseline']>>();
  for (const [index, project] of projects.entries()) {
    if (!project?.baseline) continue;
    const path = await pathInProject(project.baseline.name, project);
    if (statusOf(path)) baselines.set(pathToFileURL(paths[index]!).href, path);
    else missing.add(project.baseline);
  }
  const parted: Parted = { fresh: [...checked.findings], known: 0, gone: 0 };
  for (const baseline of new Set(baselines.values())) {
    const isMeant = ({ origin }: Finding) => baselines.get(origin.uri) === baseline;
    const findings = checked.findings.filter(isMeant);
    const { fresh, known } = await withoutKnown({ ...checked, findings }, baseline, context);
    const kept = new Set(fresh);
    parted.fresh = parted.fresh.filter((finding) => !isMeant(finding) || kept.has(finding));
    parted.known += known;
  }
  parted.fresh.push(...[...missing].map(missingBaseline));
  return parted;
}

/** Parts what was found by a baseline. */
export async function withoutKnown(
  { findings, files }: Checked,
  path: string,
  context: Context,
): Promise<Parted> {
  const { cwd } = context.io;
  const { text } = readText(path, cwd);
  const entries = readBaseline(text);
  if (!entries) throw new Failure(messages.badBaseline(relativePath(path, cwd)));
  return compareWithBaseline(findings, entries, await namingFor(path, files, context));
}

/** What a baseline says must not depend on where the command is called: files are named from where it lies. */
async function namingFor(baseline: string, files: SourceFiles, { engine }: Context): Promise<Naming> {
  const { messageOf } = await engine.core();
  return {
    nameOf: (uri) => relativeUri(uri, dirname(baseline)),
    messageOf,
    linesOf: (uri) => files.linesOf(uri),
  };
}
