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

/** Colour of the nth of `count` slices; the last never gets the colour of the first beside it. */
export function colourOf(index: number, count: number): string {
  const closing = index === count - 1 && index > 0 && index % colours.length === 0;
  return colours[(closing ? index + 3 : index) % colours.length]!;
}
