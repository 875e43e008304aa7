import { window } from 'vscode';
import { messages } from '../messages/messages.js';

/** Undefined where the author thinks better of it. */
export async function askForYear(likely: number): Promise<number | undefined> {
  const year = await window.showInputBox({
    title: messages.newYear,
    value: String(likely),
    validateInput: (value) => (/^\d{4}$/.test(value.trim()) ? undefined : messages.newYearWrong),
  });
  return year === undefined ? undefined : Number(year);
}

export function lastYear(): number {
  return new Date().getFullYear() - 1;
}
