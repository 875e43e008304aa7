/** What stands behind git's conflict markers: of a rebase, what is there already is not one's own. */
export const mergeWords = {
  ours: '当前',
  old: '原来',
  theirs: '并入',
  nothing: '没有',
  whole: '：两边改得不同，请逐行核对',
  removed: (name: string) => `：「${name}」一边删去，一边改了`,
  renamed: (name: string, values: string) => `：「${name}」两边改成不同的名字：${values}`,
  both: (name: string) => `：「${name}」两边改得不同`,
  figures: (name: string, values: readonly string[]) => `：「${name}」${values.join('；')}`,
  values: (measure: string, old: string, ours: string, theirs: string) =>
    `${measure && `${measure} `}原来 ${old}，当前 ${ours}，并入 ${theirs}`,
} as const;
