/**
 * Makes control characters and invisible direction marks visible, so that no source text, file name or message can
 * steer a terminal or reorder what is read. Line breaks and tabs are kept.
 */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    picture,
  );
}

/** ESC is shown as ␛ (U+241B); what has no picture of its own as �. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
