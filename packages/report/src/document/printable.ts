/**
 * A text with what neither HTML nor XML may hold made visible, one character for one: a control character as its
 * picture (U+0008 as ␈), what has none and half a character as �. Nothing that was written is lost unseen.
 */
export function printable(text: string): string {
  return text.replace(forbidden, picture);
}

const controls = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';
const noCharacters = '\\ufdd0-\\ufdef\\ufffe\\uffff';
const halves = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const forbidden = new RegExp(`[${controls}${noCharacters}]|${halves}`, 'g');

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
