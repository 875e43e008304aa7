import { isExcluded, type Project, projectFilesAbove, readProject } from '@fiscal/language/project';
import type { OtherFiles } from './other-files.js';

/** The project files (fiscal.json) above the workspace's files. */
export class ProjectFiles {
  private readonly known = new Map<string, { text: string; project: Project }>();

  constructor(private readonly others: OtherFiles) {}

  /** The one that holds for a file. */
  async of(uri: string): Promise<Project | undefined> {
    for (const candidate of projectFilesAbove(uri)) {
      const text = await this.others.read(candidate);
      if (text !== undefined) return typeof text === 'string' ? this.read(candidate, text) : undefined;
    }
    return undefined;
  }

  /** Files that the project leaves out are seen only while they are open. */
  async isExcluded(uri: string): Promise<boolean> {
    return isExcluded(uri, await this.of(uri));
  }

  private read(uri: string, text: string): Project {
    const known = this.known.get(uri);
    if (known?.text === text) return known.project;
    const project = readProject(uri, text);
    this.known.set(uri, { text, project });
    return project;
  }
}
