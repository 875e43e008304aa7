import type { PublishedFile } from '@fiscal/report/publications';
import type { Context } from '../context.js';
import { Failure, NothingToBuild } from '../failure.js';
import { findFiles } from '../input/find-files.js';
import { SourceFiles } from '../input/source-files.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { relativePath } from '../output/place.js';
import { printError } from '../output/print.js';
import {
  type BuildOptions,
  type Made,
  makePublications,
  outputFolder,
  progressTo,
  writePublications,
} from './build.js';

/**
 * Builds every report of files, folders and patterns, each into a folder of its own name, and a page that leads to all
 * of them where that is wanted. One that cannot be built keeps no other from it.
 */
export async function buildMany(
  operands: string[],
  options: BuildOptions,
  context: Context,
): Promise<ExitCode> {
  if (options.port !== undefined) throw new Failure(messages.portAlone);
  const { cwd } = context.io;
  const paths = await findFiles(operands, cwd);
  const directory = await outputFolder(options, paths[0]!, cwd);
  const progress = progressTo(context, options);
  const built = new Map<string, Required<Made>>();
  let code: ExitCode = 0;
  for (const path of paths) {
    try {
      const made = await makePublications(path, options, new SourceFiles(cwd), context);
      code = worse(code, made.code);
      if (!isBuilt(made)) continue;
      if (built.has(made.name)) throw new Failure(messages.sameName(made.name, relativePath(path, cwd)));
      const below = made.published.map((file) => ({ ...file, name: `${made.name}/${file.name}` }));
      await writePublications(directory, below, options, context);
      built.set(made.name, { ...made, published: below });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error instanceof NothingToBuild) error.lines.forEach(progress);
      else {
        for (const line of error.lines) printError(line, context.io);
        code = 2;
      }
    }
  }
  if (built.size === 0 && code === 0) throw new Failure(messages.nothingBuilt);
  if (options.index && built.size > 0) {
    const index: PublishedFile = { name: 'index.html', content: await indexOf([...built.values()], context) };
    await writePublications(directory, [index], options, context);
  }
  return code;
}

function isBuilt(made: Made): made is Required<Made> {
  return made.published !== undefined;
}

function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}

/** The newest year first, in it whoever sums up others; else in the order of the sources. */
async function indexOf(built: readonly Required<Made>[], { engine }: Context): Promise<string> {
  const { renderIndex } = await engine.publishing();
  const titles = new Map(engine.publications.map(({ name, title }) => [name, title]));
  const rank = ({ report: { base } }: Required<Made>) => [-base.year, base.units.length > 0 ? 0 : 1] as const;
  const ordered = [...built].sort((one, other) => {
    const [year, place] = rank(one);
    const [otherYear, otherPlace] = rank(other);
    return year - otherYear || place - otherPlace;
  });
  return renderIndex(
    ordered.map(({ document, published }) => ({
      document,
      files: published.flatMap(({ name, content, publication }) =>
        publication === undefined
          ? []
          : [{ format: titles.get(publication) ?? publication, path: name, bytes: bytesOf(content) }],
      ),
    })),
  );
}

function bytesOf(content: PublishedFile['content']): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.length;
}
