/** Which packages went into the bundles, and the notices that their licences want to be passed on. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The notices of all packages of which something is in one of a product's bundles, as one text; the same on every machine. */
export function noticesOf(product, bundles) {
  const folders = new Set(bundles.flatMap(packagesIn).flatMap((each) => [each, ...insideOf(each)]));
  const notices = [...folders].map(noticeOf).sort((a, b) => (a.title < b.title ? -1 : 1));
  // Several copies of one version say the same.
  const texts = new Map(notices.map(({ title, text }) => [title, `${title}\n\n${text}\n`]));
  return [introductionOf(product), ...texts.values()].join(`\n${'-'.repeat(80)}\n\n`);
}

function introductionOf(product) {
  return `${product} contains parts of the packages below, under the licences that follow each name.\n`;
}

/** Folders of the packages that a bundle took something from; `folder` is what the metafile's paths start at. */
function packagesIn({ folder, metafile }) {
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return used.flatMap((path) => packageFolder(resolve(folder, path)) ?? []);
}

/** Packages that are published with others inside say which: `// node_modules/fflate/esm/browser.js`. */
function insideOf(folder) {
  const { module, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = join(folder, module ?? main ?? 'index.js');
  if (!existsSync(file) || !statSync(file).isFile()) return [];
  const inside = readFileSync(file, 'utf8').matchAll(/^\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm);
  return [
    ...new Set([...inside].map(([, name]) => join(folder.replace(/node_modules.*$/, 'node_modules'), name))),
  ];
}

/** …/node_modules/@scope/name or …/node_modules/name, the innermost one. */
function packageFolder(file) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

function noticeOf(folder) {
  const { name, version, license, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.sort().map((file) => plain(readFileSync(join(folder, file), 'utf8')));
  const text = texts.length > 0 ? texts.join('\n\n') : (licenceInReadme(folder) ?? licenceFromProject(name));
  if (!text) throw new Error(`${name} ${version} is bundled and has no licence text to pass on.`);
  // This licence wants to be told where the source is.
  const source = /^MPL/.test(license) ? `\n\nSource: ${repository?.url ?? repository}` : '';
  return { title: `${name} ${version} (${license})`, text: text + source };
}

/** Some packages say it at the end of their manual. */
function licenceInReadme(folder) {
  const [file] = readdirSync(folder).filter(
    (name) => /^readme/i.test(name) && existsSync(join(folder, name)),
  );
  const [, text] =
    /^#+ licen[cs]e\s*\n([^]*)/im.exec(file ? readFileSync(join(folder, file), 'utf8') : '') ?? [];
  return text && plain(text);
}

/** Its project has it, and its package forgot it. */
function licenceFromProject(name) {
  const file = join(import.meta.dirname, 'licences', `${name}.txt`);
  return existsSync(file) ? plain(readFileSync(file, 'utf8')) : undefined;
}

function plain(text) {
  return text.replace(/\r\n?/g, '\n').trim();
}
