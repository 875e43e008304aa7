/** What git leaves around both versions of a passage; the row of = between them may underline a heading. */
const marker = /^(?:<{7}|>{7})(?: |$)/m;

/** Whether a merge of a text has still to be settled. */
export function hasConflictMarkers(text: string): boolean {
  return marker.test(text);
}
