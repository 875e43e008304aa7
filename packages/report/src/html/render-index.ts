import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { ReportDocument } from '../document/document.js';
import { printable } from '../document/printable.js';
import { words } from '../words.js';
import { onLines } from './layout.js';
import { contentPolicy } from './content-policy.js';
import { indexStyle } from './style.js';

/** A report that lies in the folder of the index, or below it. */
export interface IndexedReport {
  document: Pick<ReportDocument, 'title' | 'publishedOn'>;
  /** In the order in which they are offered. */
  files: readonly IndexedFile[];
}

export interface IndexedFile {
  /** Word */
  format: string;
  /** From the index, parted by `/`. */
  path: string;
  bytes: number;
}

/** A page that leads to all reports that lie beside it, in the order given; the same reports give the same bytes. */
export function renderIndex(reports: readonly IndexedReport[]): string {
  const head = onLines(
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: contentPolicy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', words.index),
      h('style', indexStyle),
    ]),
    1,
  );
  const list = onLines(h('ul', { className: 'reports' }, reports.map(reportElement)), 2);
  const body = onLines(
    h('body', [onLines(h('main', [h('h1', { className: 'title' }, words.index), list]), 1)]),
  );
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      { type: 'text', value: '\n' },
      onLines(h('html', { lang: 'zh-CN' }, [head, body])),
    ],
  };
  return printable(toHtml(page)) + '\n';
}

function reportElement({ document, files }: IndexedReport): Element {
  const day = document.publishedOn
    ? [h('time', { dateTime: document.publishedOn }, words.publishedOn(document.publishedOn))]
    : [];
  return onLines(
    h('li', [
      h('p', { className: 'report' }, [document.title, ' ', ...day]),
      h(
        'p',
        { className: 'files' },
        files.flatMap((file) => [fileElement(file), ' ']),
      ),
    ]),
    3,
  );
}

function fileElement({ format, path, bytes }: IndexedFile): Element {
  return h('a', { href: hrefOf(path) }, words.fileOfSize(format, sizeOf(bytes)));
}

/** A name may hold what means something in an address. */
function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

const unit = 1024;

/** 87 KB, 1.4 MB */
function sizeOf(bytes: number): string {
  if (bytes < unit) return `${bytes} B`;
  return bytes < unit * unit ? `${(bytes / unit).toFixed(0)} KB` : `${(bytes / unit / unit).toFixed(1)} MB`;
}
