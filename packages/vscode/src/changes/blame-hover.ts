import {
  Hover,
  type HoverProvider,
  languages,
  MarkdownString,
  type Position,
  type TextDocument,
} from 'vscode';
import { messages } from '../messages/messages.js';
import { blamedIn } from './blame.js';
import { type Repository, repositoryOf } from './git.js';

/** A number, as somebody reads it off. */
const figure = /[\d,.]*\d/;

/** Says below a figure who wrote its line last, when and why, where git knows. */
export function registerBlameHover() {
  return languages.registerHoverProvider({ language: 'fiscal', scheme: 'file' }, new BlameHover());
}

class BlameHover implements HoverProvider {
  private last: { key: string; blame: Promise<string> } | undefined;

  async provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    // Lines of a text that is not saved are none that git knows.
    if (document.isDirty || !document.getWordRangeAtPosition(position, figure)) return undefined;
    const repository = await repositoryOf(document.uri);
    if (!repository) return undefined;
    try {
      const blamed = blamedIn(await this.blameOf(document, repository), position.line + 1);
      if (!blamed) return undefined;
      const { message } = await repository.getCommit(blamed.hash);
      const [title = ''] = message.split('\n');
      return new Hover(new MarkdownString().appendText(messages.blamed(blamed.author, blamed.day, title)));
    } catch {
      // A file that was never committed, or a repository that is being changed.
      return undefined;
    }
  }

  /** Once for each text that is saved and each commit. */
  private blameOf({ uri, version }: TextDocument, repository: Repository): Promise<string> {
    const key = [uri.toString(), version, repository.state.HEAD?.commit].join('\n');
    if (this.last?.key !== key) this.last = { key, blame: repository.blame(uri.fsPath) };
    return this.last.blame;
  }
}
