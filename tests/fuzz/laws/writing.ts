import { mend, parse, rollForward } from '@fiscal/language';
import type { Examined } from '../examined.js';
import type { Failure } from '../failure.js';

/** What is mended or rolled forward from a text that could be read can be read. */
export function writingLaw({ text, findings, workspace }: Examined): Failure[] {
  const own = findings.filter(({ origin }) => origin.uri === workspace.reports[0]?.uri);
  const mended = mend(text, own).text;
  if (!isReadable(text)) return [];
  const [rolled, referring] = [{}, { reference: '去年.fiscal' }].map(
    (options) => rollForward(text, 2031, options).text,
  ) as [string, string];
  return [
    ...(isReadable(mended) ? [] : [{ kind: 'a mended text cannot be read', detail: mended }]),
    ...(isReadable(rolled) ? [] : [{ kind: 'a text rolled forward cannot be read', detail: rolled }]),
    ...(isReadable(referring)
      ? []
      : [{ kind: 'a text that refers to last year cannot be read', detail: referring }]),
  ];
}

function isReadable(text: string): boolean {
  const { lexerErrors, parserErrors } = parse(text);
  return lexerErrors.length === 0 && parserErrors.length === 0;
}
