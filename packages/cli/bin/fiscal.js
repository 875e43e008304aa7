#!/usr/bin/env node
import { unsupportedNode } from './supported-node.js';

const refusal = unsupportedNode(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exitCode = 2;
} else {
  // Not a static import: that would be read, and fail, before the line above is reached.
  import('../dist/main.js');
}
