import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import { givenPath } from '../input/given-path.js';
import { SourceFiles } from '../input/source-files.js';
import { messages } from '../messages.zh.js';
import { printLine } from '../output/print.js';
import { PageServer } from '../watch/page-server.js';
import { runAgain } from '../watch/run-again.js';
import { type BuildOptions, makePublications, outputFolder, writePublications } from './build.js';

/** The format of the page, whether or not it is wanted as a file. */
const page = 'html';

/** Builds whenever something is saved, and shows the report in a browser of this machine. */
export async function buildWatching(file: string, options: BuildOptions, context: Context): Promise<never> {
  const { cwd, stdout } = context.io;
  const server = new PageServer();
  printLine(messages.serving(await server.start(options.port ?? 0)), stdout);
  const to = options.to.includes(page) ? options.to : [...options.to, page];
  const run = async () => {
    const files = new SourceFiles(cwd);
    try {
      const path = givenPath(file, cwd);
      const directory = await outputFolder(options, path, cwd);
      const { published } = await makePublications(path, { ...options, to }, files, context);
      const html = published?.find(({ publication }) => publication === page)?.content;
      const wanted = published?.filter(
        ({ publication }) => publication !== page || options.to.includes(page),
      );
      if (wanted) await writePublications(directory, wanted, options, context);
      if (typeof html === 'string') server.show(html);
      else server.show(undefined, messages.notBuiltNow);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      server.show(undefined, error.lines.join('；'));
      throw error;
    }
    return { files: files.lookedAt(), folders: files.lookedInto() };
  };
  return runAgain({ files: [givenPath(file, cwd)], folders: [] }, run, context.io);
}
