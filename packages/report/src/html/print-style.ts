/** A4 as official documents are set: 三号仿宋, 28 points a line; wide tables lie across. */
export const printStyle = `
@page { size: A4 portrait; margin: 30mm 26mm 28mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 12pt serif; } }
@page cover { @bottom-center { content: none; } }
@page wide { size: A4 landscape; margin: 20mm 15mm 18mm; }
@page widest { size: A3 landscape; margin: 20mm 15mm 18mm; }
@media print {
  body { background: none; font-size: 16pt; line-height: 28pt; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  .unfilled { background: none; color: inherit; border: 1pt solid; }
  p { orphans: 2; widows: 2; }
  h2, h3, h4, h5, h6 { break-after: avoid; }
  .cover { page: cover; break-after: page; min-height: 200mm; padding: 0; }
  .contents { break-after: page; }
  h1.title, .cover .title { font-size: 32pt; }
  .cover .subtitle { font-size: 24pt; }
  .part { break-before: page; margin-top: 0; font-size: 22pt; }
  .contents + .part, .cover + .part { break-before: auto; }
  .table { width: auto; margin: 5mm 0; }
  .sheet { break-before: page; margin-top: 0; }
  .part + .sheet { break-before: auto; }
  .short { break-inside: avoid; }
  .wide { page: wide; }
  .widest { page: widest; }
  .scroller { overflow: visible; container-type: normal; }
  .caption { position: static; width: 100%; }
  table { font-size: 10.5pt; line-height: 1.25; }
  .scroller > table { min-width: 0; font-size: var(--size); }
  th, td { height: auto; padding: 0.2em 0.35em; border-width: 0.5pt; }
  thead { display: table-header-group; }
  thead th, tbody th { background: none; }
  caption, tr, figure, .panel svg { break-inside: avoid; }
  caption, .scroller { break-after: avoid; }
  tbody tr:nth-last-child(-n + 2) { break-before: avoid; }
  .table > .note { margin-top: 1mm; break-before: avoid; font-size: min(9pt, var(--size)); line-height: 1.5; }
  figure { margin: 3mm 0; }
  .visually-hidden { display: none; }
}`;
