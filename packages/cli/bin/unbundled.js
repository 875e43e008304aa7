#!/usr/bin/env node
// The program from the packages as the compiler left them, not from the bundle: for whoever works on them.
import('../dist/index.js').then(({ main }) => main());
