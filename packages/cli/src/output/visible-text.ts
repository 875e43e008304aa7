/**
 * Control characters, and marks that are not seen but change the order of what is read. Line breaks and tabs are
 * none; a lone carriage return is: on a terminal it writes over what stands before it.
 */
const steering =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)/g;

/**
 * Makes control characters and invisible direction marks visible, so that no source text, file name or message can
 * steer a terminal or reorder what is read. Line breaks and tabs are kept.
 */
export function visible(text: string): string {
  return text.replace(steering, picture);
}

/** JSON in which such characters are escaped: nothing is lost, and whoever looks at it sees what is there. */
export function visibleJson(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return text.replace(steering, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`) + '\n';
}

/** ESC is shown as ␛ (U+241B); what has no picture of its own as �. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
