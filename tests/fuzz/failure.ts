/** Something that no text may bring about. */
export interface Failure {
  /** What is the same for all cases of one cause, as far as one can tell: throws TypeError … at evaluate. */
  kind: string;
  detail: string;
}

/** Does something; what it throws is a failure. */
export async function attempt(what: string, act: () => Failure[] | Promise<Failure[]>): Promise<Failure[]> {
  try {
    return await act();
  } catch (error) {
    return [thrown(what, error)];
  }
}

function thrown(what: string, error: unknown): Failure {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const [, place = 'nowhere'] = /at (?:async )?(?:new )?(?:\S*\.)?([\w$]+)/.exec(frames[0] ?? '') ?? [];
  const words = message.replace(/'[^']*'|"[^"]*"|\d+/g, '…').slice(0, 60);
  return {
    kind: `throws in ${what}: ${words} at ${place}`,
    detail: `${message}\n${frames.slice(0, 8).join('\n')}`,
  };
}
