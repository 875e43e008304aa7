import type { Origin, Provenance } from '@fiscal/core';

/**
 * A report between template and formats: closed unions, no layout, no format's syntax.
 * Every renderer is one exhaustive switch over these.
 */
export interface ReportDocument {
  /** Name of the department and year, for titles and file names. */
  title: string;
  /** BCP 47: zh-CN. */
  language: string;
  /** Who publishes it. */
  publisher?: string;
  /** When, as the report states it: 2024-09-18. */
  publishedOn?: string;
  blocks: Block[];
}

export type Inline =
  | { kind: 'text'; text: string }
  /**
   * A figure as printed; `path` and `origin` say which fact it is and where it was written; `isOpen`: nobody knows it
   * yet (未填); `lacks`: for want of which block or 明细.
   */
  | ({
      kind: 'figure';
      text: string;
      path?: string;
      origin?: Origin;
      isOpen?: true;
      lacks?: string;
    } & Provenance)
  | { kind: 'strong'; content: Inline[] }
  | { kind: 'emphasis'; content: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'link'; target: string; content: Inline[] };

export type ParagraphStyle = 'body' | 'title' | 'subtitle' | 'centered' | 'note' | 'item';

export type Block =
  | { kind: 'cover'; blocks: Block[] }
  | { kind: 'contents'; title: Inline[]; blocks: Block[]; entries: ContentsEntry[] }
  /** Level 1 is a 部分 (starts a page), 2 … the 节 below it. `number` is 第一部分, 一、, （一）, 1. */
  | {
      kind: 'heading';
      level: number;
      id: string;
      number: string;
      content: Inline[];
      origin?: Origin;
      /** The title of a report of its own among the annexes. */
      startsPage?: true;
      /** Of a part: it goes on on the page of the one before. */
      runsOn?: true;
    }
  | { kind: 'paragraph'; style: ParagraphStyle; content: Inline[]; origin?: Origin }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'preformatted'; text: string }
  | Chart
  | Table;

export interface ContentsEntry {
  level: number;
  /** Id of the heading or table that it leads to. */
  target: string;
  /** With its number: 第二部分 决算情况说明. */
  content: Inline[];
}

export interface Chart {
  kind: 'chart';
  id: string;
  form: 'bar' | 'pie';
  /** 图1：收、支决算总计变动情况图; the number is made when composing. */
  caption: Inline[];
  /** Unit of the values: 万元. */
  unit: string;
  points: ChartPoint[];
}

export interface ChartPoint extends Provenance {
  label: Inline[];
  /** Exact decimal as a string; the printed text is what labels show. */
  value: string;
  text: string;
  /** The share of the sum of all points, as the report prints it (9%), for pies; '' when there is none, computed when absent. */
  share?: string;
  /** What the share rests on: the point's own figure, and those of all points. */
  shareFrom?: Provenance;
  path?: string;
  /** Nobody knows it yet (未填). */
  isOpen?: true;
  lacks?: string;
}

export interface Table {
  kind: 'table';
  id: string;
  title: Inline[];
  /** 公开01表. */
  label: Inline[];
  /** 单位：万元; empty when nothing is to be said. */
  unit: string;
  /** Header rows; spans as in HTML. */
  header: HeaderCell[][];
  columns: TableColumn[];
  rows: TableRow[];
  notes: Inline[][];
  /** A form of its own, as the annexes have them. */
  startsPage?: true;
}

export interface TableColumn {
  align: 'left' | 'right' | 'center';
}

export interface HeaderCell {
  content: Inline[];
  columnSpan: number;
  rowSpan: number;
}

export interface TableRow {
  total: boolean;
  cells: TableCell[];
}

/** `header` marks the cell that names the row (scope="row"). */
export interface TableCell {
  content: Inline[];
  header: boolean;
}
