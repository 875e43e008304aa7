import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Project } from '@fiscal/language/project';
import { SourceFiles } from './source-files.js';
import { diskStore, type TextStore } from './text-store.js';

/** The project file (fiscal.json) that holds for each path. */
export async function projectsOf(
  paths: readonly string[],
  cwd: string,
  store: TextStore = diskStore(cwd),
): Promise<(Project | undefined)[]> {
  const { Projects } = await import('@fiscal/language/project');
  const projects = new Projects(new SourceFiles(cwd, store));
  return paths.map((path) => projects.of(pathToFileURL(path).href));
}

/** Those files that their projects do not leave out: what a folder or a pattern means, not what was named. */
export async function withoutExcluded(
  paths: readonly string[],
  cwd: string,
  store?: TextStore,
): Promise<string[]> {
  if (paths.length === 0) return [];
  const { isExcluded } = await import('@fiscal/language/project');
  const projects = await projectsOf(paths, cwd, store);
  return paths.filter((path, index) => !isExcluded(pathToFileURL(path).href, projects[index]));
}

/** A path in a project file is meant from where that lies. */
export async function pathInProject(name: string, project: Pick<Project, 'uri'>): Promise<string> {
  const { uriInProject } = await import('@fiscal/language/project');
  return fileURLToPath(uriInProject(name, project)!);
}
