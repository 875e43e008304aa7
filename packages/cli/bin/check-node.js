// What `npm ci` asks first, so that too old a Node ends in a sentence and not in the stack of some dependency.
const { unsupportedNode } = require('./supported-node.js');

const refusal = unsupportedNode(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exitCode = 2;
}
