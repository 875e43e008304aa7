// Runs before anything is known of the Node it meets: words that every Node since 12 understands, no dependency.
// What lies in this folder is CommonJS, which starts sooner.

/** The oldest Node that the dependencies run on; `engines` in the package.json of the project says the same. */
const oldest = '20.19.0';

/** What a user of too old a Node is told, in one line; nothing where this one will do. */
function unsupportedNode(version) {
  if (!isOlder(version, oldest)) return undefined;
  return `fiscal: 需要 Node.js ${oldest} 或更新的版本，现在是 ${version}，请先升级 · needs Node.js ${oldest} or newer, this is ${version}`;
}

function isOlder(version, than) {
  const numbers = version.split('.').map(Number);
  const limits = than.split('.').map(Number);
  const differing = limits.findIndex((limit, at) => numbers[at] !== limit);
  return differing >= 0 && numbers[differing] < limits[differing];
}

module.exports = { oldest, unsupportedNode };
