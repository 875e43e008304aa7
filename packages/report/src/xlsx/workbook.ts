import { strToU8, zipSync, type Zippable } from 'fflate';
import { printable } from '../document/printable.js';
import { cellName, type Sheet, sheetPart, sheetReference } from './sheet.js';
import { Styles } from './styles.js';
import { type Element, part, relationships, spreadsheet, x } from './xml.js';

const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The first moment that a zip file can name, wherever it is written. */
const earliest = new Date(1980, 0, 1);

/** The sheets as one file. */
export function workbook(title: string, sheets: readonly Sheet[]): Uint8Array {
  const styles = new Styles();
  const parts: [string, string][] = [
    ['[Content_Types].xml', typesPart(sheets)],
    [
      '_rels/.rels',
      linksPart([
        ['officeDocument', 'xl/workbook.xml'],
        ['core', 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', propertiesPart(title)],
    ['xl/workbook.xml', workbookPart(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      linksPart([
        ...sheets.map((_, index): Link => ['worksheet', sheetPath(index)]),
        ['styles', 'styles.xml'],
      ]),
    ],
    ...sheets.map((sheet, index): [string, string] => [`xl/${sheetPath(index)}`, sheetPart(sheet, styles)]),
  ];
  const all = [...parts, ['xl/styles.xml', styles.part()]] as const;
  return zipSync(Object.fromEntries(all.map(([path, xml]) => [path, strToU8(xml)])) as Zippable, {
    mtime: earliest,
    level: 9,
  });
}

function sheetPath(index: number): string {
  return `worksheets/sheet${index + 1}.xml`;
}

function typesPart(sheets: readonly Sheet[]): string {
  const override = (PartName: string, ContentType: string) => x('Override', { PartName, ContentType });
  return part(
    x('Types', { xmlns: contentTypes }, [
      x('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      x('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      override('/xl/workbook.xml', `${main}.sheet.main+xml`),
      override('/xl/styles.xml', `${main}.styles+xml`),
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      ...sheets.map((_, index) => override(`/xl/${sheetPath(index)}`, `${main}.worksheet+xml`)),
    ]),
  );
}

type Link = [kind: string, target: string];

function linksPart(links: readonly Link[]): string {
  const elements = links.map(([kind, Target], index) => {
    const Type =
      kind === 'core' ? `${packages}/relationships/metadata/core-properties` : `${relationships}/${kind}`;
    return x('Relationship', { Id: `rId${index + 1}`, Type, Target });
  });
  return part(x('Relationships', { xmlns: `${packages}/relationships` }, elements));
}

/** No date and no name of a person: what was published says when. */
function propertiesPart(title: string): string {
  const names = {
    'xmlns:cp': `${packages}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  return part(x('cp:coreProperties', names, [x('dc:title', printable(title))]));
}

function workbookPart(sheets: readonly Sheet[]): string {
  const rows = sheets.map(({ name }, index) =>
    x('sheet', { name, sheetId: String(index + 1), 'r:id': `rId${index + 1}` }),
  );
  return part(
    x('workbook', { xmlns: spreadsheet, 'xmlns:r': relationships }, [
      x('bookViews', [x('workbookView', { activeTab: '0' })]),
      x('sheets', rows),
      x('definedNames', sheets.flatMap(printTitles)),
    ]),
  );
}

/** The header rows, on each page that is printed. */
function printTitles({ name, head }: Sheet, index: number): Element[] {
  if (head.to <= head.from) return [];
  const rows = `$${cellName(head.from, 0).slice(1)}:$${cellName(head.to - 1, 0).slice(1)}`;
  return [
    x(
      'definedName',
      { name: '_xlnm.Print_Titles', localSheetId: String(index) },
      `${sheetReference(name)}!${rows}`,
    ),
  ];
}
