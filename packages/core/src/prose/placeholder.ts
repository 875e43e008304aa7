/** What an editor writes where the author has to give a reason. */
export const reasonPlaceholder = '写明原因';

/** What messages and the editor offer: 写明用途. */
const offered = String.raw`写明\p{Script=Han}{1,8}`;

/** Words that only keep a place, wherever they stand. */
const anywhere = [
  String.raw`(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[×ｘＸ]{2,}|_{3,}|＿{2,}`,
  String.raw`待填|待补充?|此处填写|请填写`,
  String.raw`(?:增加|减少|增长|下降|大于|小于)[（(/](?:增加|减少|增长|下降|大于|小于)[）)]?`,
].join('|');

/** Words that do where nothing else is said: what people type until they know better. */
const alone = [
  String.raw`请?${offered}`,
  String.raw`(?:填写|说明)?(?:原因|理由|说明)`,
  String.raw`(?:待|请|此处)?(?:填写?(?:原因|理由|说明)?|补充?|定|核实后补)`,
  String.raw`[Xx×Ｘｘ]+|[.…。_＿？?\-—]+|某某|无|TODO`,
].join('|');

const placeholder = new RegExp(`^(?:${anywhere}|${alone})$`, 'u');

/** The places in a text that somebody has still to fill. */
export const placeholdersIn = new RegExp(String.raw`^\s*${offered}\s*$|${anywhere}`, 'gu');

/** Whether a reason was left as it was offered: nobody has said anything yet. */
export function isPlaceholder(text: string): boolean {
  const words = text.trim().replace(/[。.；;！!]$/, '');
  return words === '' || placeholder.test(words);
}
