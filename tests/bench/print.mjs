/** What the benches have in common: how a figure is taken from several, and how it is told. */

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Short times with a digit behind the point. */
export function ms(value) {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

export function print(line, met, target) {
  console.log(target === undefined ? line : `${line} (target ${target}: ${met ? 'met' : 'MISSED'})`);
}
