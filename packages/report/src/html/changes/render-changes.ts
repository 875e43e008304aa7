import { toHtml } from 'hast-util-to-html';
import type { ReportDocument } from '../../document/document.js';
import { printable } from '../../document/printable.js';
import { words } from '../../words.js';
import { noMarks } from '../marks.js';
import { mainElement } from '../render-html.js';
import { style } from '../style.js';
import type { Differ } from './differ.js';
import { ChangeMarker, type MarkedChange } from './mark-changes.js';

/** What stands inside a page that shows two versions of a report in one, and where in it something changed. */
export interface ChangedPage {
  html: string;
  style: string;
  changes: MarkedChange[];
}

/** The new version of a report as a page, with what the old one had in place; `prefix` begins the ids of the marks. */
export function renderHtmlChanges(
  old: ReportDocument,
  next: ReportDocument,
  differ: Differ,
  prefix: string,
): ChangedPage {
  const page = mainElement(next, noMarks);
  const marker = new ChangeMarker(differ, prefix, words.nextChange);
  marker.mark(mainElement(old, noMarks), page);
  marker.finish();
  return { html: printable(toHtml(page)), style: style + changeStyle, changes: marker.changes };
}

const changeStyle = `
ins { background: #d7f5dd; color: #0b4f1c; text-decoration: none; }
del { background: #ffe0de; color: #8a1c12; }
td[align="right"] del, td[align="right"] ins { display: block; }
.whole-added { box-shadow: -4px 0 0 #2da44e; }
.whole-removed { box-shadow: -4px 0 0 #cf222e; opacity: 0.75; text-decoration: line-through; }
.step { display: inline-block; padding: 0 0.2em; font-size: 0.8em; text-decoration: none; text-indent: 0; scroll-margin-top: 4rem; }
.step:target { background: var(--open); color: var(--open-ink); }
`;
