export * from './document/document.js';
export * from './document/markdown-blocks.js';
export * from './chart/render-chart.js';
export type { Marks } from './html/marks.js';
export * from './html/render-html.js';
export * from './markdown/render-markdown.js';
export * from './compose/compose.js';
export { templateFindings } from './compose/template-findings.js';
export * from './publications.js';
