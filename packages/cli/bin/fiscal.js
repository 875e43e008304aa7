#!/usr/bin/env node
const { existsSync } = require('fs');
const { join } = require('path');
const { unsupportedNode } = require('./supported-node.js');

const refusal = unsupportedNode(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exitCode = 2;
} else {
  start(join(__dirname, '..', 'dist', 'fiscal.cjs'));
}

/** The bundle, where it was made: one file is read much sooner than a thousand. */
function start(bundle) {
  if (existsSync(bundle)) require('./load-bundle.js').loadBundle(bundle).main();
  else import('../dist/index.js').then(({ main }) => main());
}
