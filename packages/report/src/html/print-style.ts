/** Where a browser would print the date, the title and the file's name of its own accord, an empty box stands in their way. */
const empty = ['top-left', 'top-center', 'top-right', 'bottom-left', 'bottom-center', 'bottom-right']
  .map((box) => `@${box} { content: ""; }`)
  .join(' ');
const number = (side: string) =>
  `@bottom-${side} { content: "— " counter(page) " —"; font: 14pt "SimSun", "Noto Serif CJK SC", serif; }`;

/** Page numbers on the outer side, from part one; cover and contents have none and are not counted. */
const pages = `
@page { size: A4 portrait; margin: 37mm 26mm 35mm 28mm; ${empty} }
@page :right { ${number('right')} }
@page :left { ${number('left')} }
@page front { counter-increment: page 0; ${empty} }
@page wide { size: A4 landscape; margin: 20mm 15mm 18mm; }
@page widest { size: A3 landscape; margin: 20mm 15mm 18mm; }`;

/** A4 as official documents are set: 三号仿宋, 28 points a line; wide tables lie across. */
export const printStyle = `
${pages}
@media print {
  body { background: none; font-size: 16pt; line-height: 28pt; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  .unfilled { background: none; color: inherit; border: 1pt solid; }
  p { orphans: 2; widows: 2; }
  h2, h3, h4, h5, h6 { break-after: avoid; }
  .cover { page: front; break-after: page; min-height: 200mm; padding: 0; }
  .contents { page: front; break-after: page; }
  main > p { text-align: justify; }
  .contents > ol { font-size: 15pt; }
  .numbered { display: block; position: relative; padding-right: 2em; text-wrap: pretty; }
  .leader { position: absolute; inset: auto 1.8em 0.45em 0; border-bottom: 1pt dotted; }
  .numbered > .words { position: relative; padding-right: 0.2em; background: #fff; }
  .page { position: absolute; right: 0; bottom: 0; font-family: var(--song); }
  h1.title, .cover .title { font-size: 32pt; }
  .cover .subtitle { font-size: 24pt; }
  .part { break-before: page; margin-top: 0; font-size: 22pt; }
  .contents + .part, .cover + .part { break-before: auto; }
  .part.on { break-before: auto; margin-top: 1em; }
  .table { width: auto; margin: 5mm 0; }
  .sheet { break-before: page; margin-top: 0; }
  .part + .sheet, .part + .annex { break-before: auto; }
  .annex { break-before: page; margin: 0 0 1em; }
  .short { break-inside: avoid; }
  .wide { page: wide; }
  .widest { page: widest; }
  .scroller { overflow: visible; container-type: normal; padding: 0 0.5pt; }
  .caption { position: static; width: 100%; }
  table { font-size: 10.5pt; line-height: 1.25; }
  .scroller > table { min-width: 0; font-size: var(--size); }
  th, td { height: auto; padding: 0.2em 0.35em; border-width: 0.5pt; }
  .dense table { line-height: 1.15; }
  .dense th, .dense td { padding-block: 0.05em; }
  thead { display: table-header-group; }
  thead th, tbody th { background: none; }
  caption, tr, figure, .panel svg { break-inside: avoid; }
  .panel svg { max-width: 100%; }
  caption, .scroller { break-after: avoid; }
  tbody tr:nth-last-child(-n + 2) { break-before: avoid; }
  .table > .note { margin-top: 1mm; break-before: avoid; font-size: min(9pt, var(--size)); line-height: 1.5; }
  figure { margin: 3mm 0; }
  .visually-hidden, .skip { display: none; }
}`;
