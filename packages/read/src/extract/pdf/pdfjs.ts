// Before pdfjs, which replaces what it holds.
import { restoreEngineBuiltins } from './engine-builtins.js';
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

restoreEngineBuiltins();

// What pdfjs looks for before it loads a file of its own: it works on this thread then.
Object.assign(globalThis, { pdfjsWorker: worker });

export { pdfjs };
