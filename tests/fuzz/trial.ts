import type { FuzzedEditor } from './editor.js';
import { examine } from './examined.js';
import { attempt, type Failure } from './failure.js';
import { editingLaw } from './laws/editing.js';
import { formattingLaw } from './laws/formatting.js';
import { placesLaw } from './laws/places.js';
import { publishingLaw } from './laws/publishing.js';
import { writingLaw } from './laws/writing.js';
import type { Case } from './make-case.js';
import { Random } from '../../packages/cli/src/trial/random.js';

/** Tries cases: everything that can be done with a text, and what must then be so. */
export class Trial {
  constructor(
    private readonly editor: FuzzedEditor,
    private readonly files: ReadonlyMap<string, string>,
  ) {}

  async failuresOf({ before, text, choice }: Case): Promise<Failure[]> {
    return attempt('check', async () => {
      const examined = examine(text, this.files);
      return [
        ...placesLaw(examined),
        ...(await attempt('publishing', () => publishingLaw(examined, new Random(choice)))),
        ...(await attempt('formatting', () => formattingLaw(examined, new Random(choice)))),
        ...(await attempt('writing', () => (choice % 2 === 0 ? writingLaw(examined) : []))),
        ...(await attempt('the editor', () => editingLaw(this.editor, before, examined, new Random(choice)))),
      ];
    });
  }
}
