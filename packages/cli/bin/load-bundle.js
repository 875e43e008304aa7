const { readFileSync, statSync } = require('fs');
const module_ = require('module');
const { dirname } = require('path');
const { setFlagsFromString } = require('v8');
const { Script } = require('vm');

/**
 * Loads the bundle with what the engine remembers of compiling it: in Node's own compile cache where there is one,
 * below Node 22 in what the build left beside the bundle. The engine refuses what another one made.
 */
function loadBundle(path) {
  if (module_.enableCompileCache) {
    module_.enableCompileCache();
    return require(path);
  }
  const source = readFileSync(path);
  return run(path, source, rememberedOf(path, source)).exported;
}

/** What a loop costs before the engine optimizes it: twice as much as it would ask for. */
const interruptBudget = 264 * 1024;

/**
 * Runs the bundle as `require` would. Most runs are over before code that was optimized pays for that: on two threads
 * beside this one, which the machine's other work waits for.
 */
function run(path, source, cachedData) {
  setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
  // The bundle is plain ASCII.
  const script = new Script(module_.wrap(source.toString('latin1')), { filename: path, cachedData });
  const own = { exports: {} };
  script.runInThisContext()(own.exports, module_.createRequire(path), own, path, dirname(path));
  return { script, exported: own.exports };
}

/** The file beside the bundle in which this very Node remembers what it made of it: the bundle, and that. */
function memoryOf(path) {
  const { size, mtimeMs } = statSync(process.execPath);
  return `${path}.${process.version}-${process.arch}-${size}-${Math.trunc(mtimeMs)}`;
}

/** Nothing where there is none, or where it is of another bundle: the engine would run that one. */
function rememberedOf(path, source) {
  let memory;
  try {
    memory = readFileSync(memoryOf(path));
  } catch {
    return undefined;
  }
  const { length } = source;
  const isOwn = memory.length > length && memory.compare(source, 0, length, 0, length) === 0;
  return isOwn ? memory.subarray(length) : undefined;
}

module.exports = { loadBundle, memoryOf, run };
