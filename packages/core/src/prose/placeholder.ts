/** What an editor writes where the author has to give a reason. */
export const reasonPlaceholder = '写明原因';

/** Words that only keep a place: what messages and the editor offer, and what people type until they know better. */
const placeholders =
  /^(?:请?写明[\p{Script=Han}]{1,8}|(?:填写|说明)?(?:原因|理由|说明)|(?:待|请|此处)?(?:填写?(?:原因|理由|说明)?|补充?|定|核实后补)|[Xx×Ｘｘ]+|[.…。_＿？?\-—]+|某某|无|TODO)$/u;

/** Whether a reason was left as it was offered: nobody has said anything yet. */
export function isPlaceholder(text: string): boolean {
  const words = text.trim().replace(/[。.；;！!]$/, '');
  return words === '' || placeholders.test(words);
}
