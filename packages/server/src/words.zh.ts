/** What the server says to its user, besides the findings themselves. */
export const words = {
  figure: (label: string, value: string, unit: string) =>
    `「${label}」${value}${unit === '%' ? '' : ' '}${unit}`.trimEnd(),
  leftOpen: (label: string) => `「${label}」未填`,
};
