import { ProgressLocation, window } from 'vscode';

/** Says what is being done until it is done. */
export async function withProgress<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  return window.withProgress({ location: ProgressLocation.Notification, title }, work);
}
