import { convertMillimetersToTwip, PageOrientation } from 'docx';
import type { Paper } from '../table-layout/table-layout.js';

/** Word counts lengths in whole numbers. */
export const whole = (length: number) => Math.trunc(length);

/** Twentieths of a point. */
export const twips = (points: number) => whole(points * 20);

/** 每面 22 行: 28 points from line to line. */
export const linePitch = 28;
export const bodySize = 16;

interface Sheet {
  width: number;
  height: number;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** GB/T 9704-2012 for text: 37 mm above, 28 mm left, 156 by 225 mm for the text; less around wide tables. */
const sheets: Record<Paper, Sheet> = {
  portrait: { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 },
  landscape: { width: 297, height: 210, top: 20, bottom: 18, left: 15, right: 15 },
  A3: { width: 420, height: 297, top: 20, bottom: 18, left: 15, right: 15 },
};

/** How far the page number stands from the lower edge: 7 mm below the text. */
const footer: Record<Paper, number> = { portrait: 26, landscape: 10, A3: 10 };

/** How far down the cover begins. */
const coverTop = 85;

/** Size and margins of a section's pages. */
export function pageOf(paper: Paper, isCover = false) {
  const { width, height, ...margins } = sheets[paper];
  const isAcross = width > height;
  const [short, long] = isAcross ? [height, width] : [width, height];
  return {
    size: {
      width: convertMillimetersToTwip(short),
      height: convertMillimetersToTwip(long),
      orientation: isAcross ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      ...mapValues(margins, convertMillimetersToTwip),
      ...(isCover && { top: convertMillimetersToTwip(coverTop) }),
      footer: convertMillimetersToTwip(footer[paper]),
      header: convertMillimetersToTwip(10),
      gutter: 0,
    },
  };
}

/** Between the margins, in twips. */
export function textWidth(paper: Paper): number {
  const { width, left, right } = sheets[paper];
  return convertMillimetersToTwip(width - left - right);
}

function mapValues<Key extends string>(lengths: Record<Key, number>, convert: (length: number) => number) {
  const entries = Object.entries<number>(lengths).map(([key, length]) => [key, convert(length)]);
  return Object.fromEntries(entries) as Record<Key, number>;
}
