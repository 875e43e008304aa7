import { messages } from './messages.zh.js';

/** Why the operating system refused, in Chinese. Rethrows what is no system error: that is a defect of ours. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
  return messages.systemErrors[code] ?? code;
}
