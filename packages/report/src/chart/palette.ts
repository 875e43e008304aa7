/** Dark and light in turn, in hues that colour-blind readers tell apart: neighbours differ in grey print too. */
const colours = [
  '#1f4e8c',
  '#f2b134',
  '#00796b',
  '#9ccbea',
  '#a33b20',
  '#f4c7d0',
  '#5b3a8e',
  '#b7d15a',
  '#4a4a4a',
  '#e8dcb5',
];

/** The dark ones as they are seen on dark paper. */
export const onDarkPaper: readonly (readonly [dark: string, lighter: string])[] = [
  ['#1f4e8c', '#6ea3e8'],
  ['#00796b', '#35b5a5'],
  ['#a33b20', '#e0745a'],
  ['#5b3a8e', '#a585d8'],
  ['#4a4a4a', '#a0a0a0'],
];

/** Colour of the nth of `count` slices; the last never gets the colour of the first beside it. */
export function colourOf(index: number, count: number): string {
  const closing = index === count - 1 && index > 0 && index % colours.length === 0;
  return colours[(closing ? index + 3 : index) % colours.length]!;
}
