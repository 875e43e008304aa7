import { attributeOf, walkXml } from './package-files.js';

/** Digits behind the point by the formats that Excel has of itself. */
const builtIn: Readonly<Record<number, number>> = {
  1: 0,
  2: 2,
  3: 0,
  4: 2,
  37: 0,
  38: 0,
  39: 2,
  40: 2,
  44: 2,
  43: 2,
};

/** For each style of cells how many digits behind the point a number is shown with; undefined: as it is. */
export function decimalsOfFormats(xml: string): (number | undefined)[] {
  const formats = new Map<number, string>();
  const styles: (number | undefined)[] = [];
  let isStyle = false;
  if (xml !== '')
    walkXml(xml, {
      open(name, attributes) {
        if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        else if (name === 'cellXfs') isStyle = true;
        else if (name === 'xf' && isStyle)
          styles.push(decimalsOf(Number(attributeOf(attributes, 'numFmtId')), formats));
      },
      close(name) {
        if (name === 'cellXfs') isStyle = false;
      },
      text: () => undefined,
    });
  return styles;
}

/** 2 of #,##0.00;-#,##0.00 and none of General or of a percentage, whose value is another than the shown one. */
function decimalsOf(id: number, formats: ReadonlyMap<number, string>): number | undefined {
  const format = formats.get(id);
  if (format === undefined) return builtIn[id];
  const [positive = ''] = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';');
  if (!/[0#]/.test(positive) || positive.includes('%')) return undefined;
  return /\.([0#?]+)/.exec(positive)?.[1]?.length ?? 0;
}
