/** What stands behind git's conflict markers. */
export const mergeWords = {
  ours: '我方',
  old: '原来',
  theirs: '对方',
  nothing: '没有',
  whole: '：两边改得不同，请逐行核对',
  removed: (name: string) => `：「${name}」一边删去，一边改了`,
  both: (name: string) => `：「${name}」两边改得不同`,
  figures: (name: string, values: readonly string[]) => `：「${name}」${values.join('；')}`,
  values: (measure: string, old: string, ours: string, theirs: string) =>
    `${measure && `${measure} `}原来 ${old}，我方 ${ours}，对方 ${theirs}`,
} as const;
