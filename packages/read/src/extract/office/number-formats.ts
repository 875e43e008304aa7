import { attributeOf, walkXml } from './package-files.js';

/** How a number is shown. */
export interface NumberFormat {
  /** Digits behind the point. */
  decimals: number;
  /** A hundred times the number, with its sign. */
  isPercent: boolean;
}

/** The formats that Excel has of itself: digits behind the point. */
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
const percentages: Readonly<Record<number, number>> = { 9: 0, 10: 2 };

/** For each style of cells how a number is shown; undefined: as it is. */
export function numberFormats(xml: string): (NumberFormat | undefined)[] {
  const formats = new Map<number, string>();
  const styles: (NumberFormat | undefined)[] = [];
  let isStyle = false;
  if (xml !== '')
    walkXml(xml, {
      open(name, attributes) {
        if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        else if (name === 'cellXfs') isStyle = true;
        else if (name === 'xf' && isStyle)
          styles.push(formatOf(Number(attributeOf(attributes, 'numFmtId')), formats));
      },
      close(name) {
        if (name === 'cellXfs') isStyle = false;
      },
      text: () => undefined,
    });
  return styles;
}

/** Two digits of #,##0.00;-#,##0.00 and 0.00%, none of General. */
function formatOf(id: number, formats: ReadonlyMap<number, string>): NumberFormat | undefined {
  const format = formats.get(id);
  if (format === undefined) {
    const decimals = builtIn[id] ?? percentages[id];
    return decimals === undefined ? undefined : { decimals, isPercent: percentages[id] !== undefined };
  }
  const [positive = ''] = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';');
  if (!/[0#]/.test(positive)) return undefined;
  const decimals = /\.([0#?]+)/.exec(positive)?.[1]?.length ?? 0;
  return { decimals, isPercent: positive.includes('%') };
}
