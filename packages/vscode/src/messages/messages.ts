import { env } from 'vscode';
import { chinese, type Messages } from './chinese.js';
import { english } from './english.js';

/**
 * Chinese unless the editor speaks English. (The editor's own way, `vscode.l10n`, never translates when the
 * editor is English, so that texts would have to be English in the first place, for everyone.)
 */
export const messages: Messages = env.language.startsWith('en') ? english : chinese;
