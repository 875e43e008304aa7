import type { ReportDocument } from './document/document.js';
import type { Machine, Means } from './means.js';

/** Text, which is written as UTF-8, or bytes. */
export type Content = string | Uint8Array;

/** One format that a report is published in. */
export interface Publication {
  /** What the command line and the protocol call it: markdown. */
  name: string;
  /** What people call it: Markdown. */
  title: string;
  /** What one gets, in a few words: 单个文件. */
  remark: string;
  /** Of the file that is the report, without the dot. */
  extension: string;
  /** A pattern for the names of what stands beside that file: figures/*.svg. */
  beside?: string;
  /** Loads its writer when it is first called: a list of formats costs nothing. */
  make(document: ReportDocument, means: Means): Promise<Published>;
  /** Only written where it is asked for. */
  onRequest?: true;
  /** What the machine must be able to do. */
  needs?: keyof Machine;
}

export interface Published {
  content: Content;
  /** What the report refers to, by its path below the report's folder. */
  beside?: ReadonlyMap<string, Content>;
}

/** Every format that there is, in the order in which they are offered. */
export const publications: readonly Publication[] = [
  {
    name: 'markdown',
    title: 'Markdown',
    remark: '图为 SVG 文件',
    extension: 'md',
    beside: 'figures/*.svg',
    async make(document) {
      const { renderMarkdown } = await import('./markdown/render-markdown.js');
      const { text, figures } = renderMarkdown(document);
      return { content: text, beside: figures };
    },
  },
  {
    name: 'html',
    title: 'HTML',
    remark: '单个文件',
    extension: 'html',
    async make(document) {
      const { renderHtml } = await import('./html/render-html.js');
      return { content: renderHtml(document) };
    },
  },
  {
    name: 'docx',
    title: 'Word',
    remark: '公文格式',
    extension: 'docx',
    onRequest: true,
    async make(document, means) {
      const { renderDocx } = await import('./docx/render-docx.js');
      return { content: await renderDocx(document, means) };
    },
  },
  {
    name: 'pdf',
    title: 'PDF',
    remark: '用本机的浏览器打印',
    extension: 'pdf',
    onRequest: true,
    needs: 'printer',
    async make(document, means) {
      const { renderPdf } = await import('./pdf/render-pdf.js');
      return { content: await renderPdf(document, means) };
    },
  },
  {
    name: 'xlsx',
    title: 'Excel',
    remark: '每表一张，另有全部数据',
    extension: 'xlsx',
    onRequest: true,
    async make(document, means) {
      const { renderXlsx } = await import('./xlsx/render-xlsx.js');
      return { content: renderXlsx(document, means) };
    },
  },
  {
    name: 'gfm',
    title: 'Markdown（无标签）',
    remark: '表头并成一行，给不认 HTML 的网站',
    extension: 'gfm.md',
    beside: 'figures/*.svg',
    onRequest: true,
    async make(document) {
      const { renderMarkdown } = await import('./markdown/render-markdown.js');
      const { text, figures } = renderMarkdown(document, { tags: false });
      return { content: text, beside: figures };
    },
  },
  {
    name: 'csv',
    title: 'CSV',
    remark: '每表一个文件',
    extension: 'csv',
    beside: 'tables/*.csv',
    onRequest: true,
    async make(document) {
      const { renderCsv } = await import('./csv/render-csv.js');
      const { list, tables } = renderCsv(document);
      return { content: list, beside: tables };
    },
  },
];

/** What is written unless somebody says otherwise. */
export function isUsual({ onRequest }: Publication): boolean {
  return !onRequest;
}

export interface PublishedFile {
  /** Relative to the folder that the report is published in, parted by `/`. */
  name: string;
  content: Content;
  /** The name of the format that this file is the report in; absent for what stands beside one. */
  publication?: string;
}

/**
 * The files of a report called `name` in these formats; what stands beside a report comes before it, so that none
 * ever refers to a file that is not there.
 */
export async function publish(
  document: ReportDocument,
  name: string,
  formats: readonly Publication[],
  means: Means = {},
): Promise<PublishedFile[]> {
  const files = new Map<string, PublishedFile>();
  const add = (file: PublishedFile) => files.set(file.name, file);
  for (const format of formats) {
    const { content, beside = [] } = await format.make(document, means);
    for (const [path, part] of beside) add({ name: path, content: part });
    add({ name: `${name}.${format.extension}`, content, publication: format.name });
  }
  return [...files.values()];
}
