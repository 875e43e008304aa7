import type { RichText } from './rich-text.js';
import type { SchemaItem } from './schema.js';
import type { Expression } from './expression.js';
import type { Origin } from './origin.js';
import type { SeverityChange } from './report.js';
import type { Rule } from './rule.js';

/** How the reports of one province look and read: lowered from a 模板, composed with a fact base. */
export interface Template {
  name: string;
  /** 设置: 百分比小数, 正文小数, 表内小数, 空值 … as written; see `report/compose/settings`. */
  settings: Map<string, Setting>;
  /** 短语: phrases that are used as filters. */
  phrases: Map<string, Phrase>;
  content: TemplateNode[];
  /** 结构: items that this province adds to the standard ones. */
  schema: SchemaItem;
  rules: Rule[];
  /** What rules weigh in the reports of this province. */
  severityChanges: SeverityChange[];
  /** Those of the library know beforehand what they print. */
  printed?: Printed;
  /** As its author wrote it, for those who compare versions; of the library's nothing. */
  written?: string;
  origin: Origin;
}

/** What is known of a template without its content. */
export interface Printed {
  /** By the kind of a report, oldest year first. */
  blocks: ReadonlyMap<string, readonly PrintedSince[]>;
  /** Texts that it inserts as they are. */
  texts: readonly string[];
  /** All that its expressions name. */
  names: readonly string[];
}

/** The blocks of which a template prints something in the reports of a year and of those after it: 支出 政府性基金. */
export interface PrintedSince {
  year: number;
  blocks: readonly string[];
}

export interface Setting {
  name: string;
  value: string;
  origin: Origin;
}

export interface Phrase {
  name: string;
  /** The first stands for what is before the bar, the others for the arguments. */
  parameters: string[];
  content: TextNode[];
  /** What it comes to, where it is no text: a figure, a truth, a list. */
  value?: Expression;
  origin: Origin;
}

/** `ofBase`: stands for what the base has there, until the template is linked with it. */
/** Running text: pieces, choices and repetitions inside one paragraph or phrase. */
export type TextNode =
  | {
      kind: 'text';
      text: RichText;
      /** 同义句: what a published report may say instead. */
      variants?: RichText[];
    }
  | { kind: 'choice'; condition: Expression; then: TextNode[]; otherwise: TextNode[]; ofBase?: true }
  | {
      kind: 'repeat';
      variable: string;
      list: Expression;
      condition?: Expression;
      separator?: RichText;
      ending?: RichText;
      content: TextNode[];
    };

export type TemplateNode =
  | { kind: 'cover'; content: TemplateNode[]; origin: Origin }
  /** 目录: made from the headings and tables. */
  | { kind: 'contents'; title: RichText; content: TemplateNode[]; origin: Origin }
  /** 部分: first level heading, numbered 第一部分; starts a page. */
  | { kind: 'part'; title: RichText; numbered: boolean; content: TemplateNode[]; origin: Origin }
  /** 节: nested headings 一、（一） 1. by depth. */
  | { kind: 'section'; title: RichText; numbered: boolean; content: TemplateNode[]; origin: Origin }
  /** 段: one paragraph, with a name where others change it; style 正文 unless said otherwise (题名, 居中, 说明 …). */
  | { kind: 'paragraph'; name?: RichText; style: string; content: TextNode[]; origin: Origin }
  /** 列表: one paragraph for each member, numbered by its own scheme or the 列表 scheme of the template. */
  | { kind: 'list'; numbering?: string; content: TemplateNode[]; origin: Origin }
  /** 文: an author's Markdown text block, as blocks of its own. */
  | { kind: 'markdown'; text: Expression; origin: Origin }
  | ChartTemplate
  | TableTemplate
  | {
      kind: 'choice';
      condition: Expression;
      then: TemplateNode[];
      otherwise: TemplateNode[];
      ofBase?: true;
      origin: Origin;
    }
  | {
      kind: 'repeat';
      variable: string;
      list: Expression;
      condition?: Expression;
      content: TemplateNode[];
      origin: Origin;
    };

export interface ChartTemplate {
  kind: 'chart';
  form: 'bar' | 'pie';
  title: RichText;
  series: SeriesNode[];
  origin: Origin;
}

/** One point of a chart, or a repetition or choice of points. */
export type SeriesNode =
  | { kind: 'point'; label: RichText; value: Expression }
  | { kind: 'repeat'; variable: string; list: Expression; condition?: Expression; content: SeriesNode[] }
  | { kind: 'choice'; condition: Expression; then: SeriesNode[]; otherwise: SeriesNode[] };

export interface TableTemplate {
  kind: 'table';
  title: RichText;
  /** 表号: 公开03表. */
  label?: RichText;
  /** Side-by-side panels (收入 | 支出); one panel for an ordinary table. Rows are padded to the longest panel. */
  panels: TablePanel[];
  /** 注: notes below the table. */
  notes: TextNode[][];
  /** 空表: stated below a table without any figure; the form is kept. */
  empty?: TextNode[];
  origin: Origin;
}

export interface TablePanel {
  /** Heading above the panel's columns; absent for an ordinary table. */
  title?: RichText;
  columns: ColumnNode[];
  rows: RowNode[];
}

/** A column or a group of columns (a header cell over several). */
export type ColumnNode =
  | {
      kind: 'column';
      header: RichText;
      /** 文字 columns are left-aligned text; figures are right-aligned and formatted by the settings. */
      form: 'text' | 'figure';
      /** The default cell of a row; a row may override it by position. */
      value?: Expression;
      origin: Origin;
    }
  | { kind: 'group'; header: RichText; content: ColumnNode[]; origin: Origin }
  | {
      kind: 'repeat';
      variable: string;
      list: Expression;
      condition?: Expression;
      content: ColumnNode[];
      origin: Origin;
    };

export type RowNode =
  /** 行: cells from the columns' values; `cells` override them from the left, `bindings` name variables for them. */
  | {
      kind: 'row';
      bindings: { variable: string; value: Expression }[];
      cells: Expression[];
      /** 合计 rows are set in bold. */
      total: boolean;
      origin: Origin;
    }
  | {
      kind: 'repeat';
      variable: string;
      list: Expression;
      condition?: Expression;
      content: RowNode[];
      origin: Origin;
    }
  | { kind: 'choice'; condition: Expression; then: RowNode[]; otherwise: RowNode[]; origin: Origin };

/** 可不写: the blocks that a report after this template may do without: 绩效、支出 政府性基金. */
export function blocksLeftOut(template: Template | undefined): ReadonlySet<string> {
  const words = template?.settings.get('可不写')?.value ?? '';
  return new Set(words.split(/[、，,]/).map((block) => block.trim().replace(/\s+/g, ' ')));
}

/** 增长基数为零: what stands for the growth of what was zero, where that is not what any rate without a base prints. */
export function growthOfZero(template: Template | undefined): string | undefined {
  return template?.settings.get('增长基数为零')?.value;
}
