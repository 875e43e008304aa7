export const gitActions = ['install', 'uninstall', 'merge', 'diff'] as const;

export type GitAction = (typeof gitActions)[number];

export interface GitOptions {
  print?: boolean;
  externalDiff?: boolean;
  /** `--no-hook` gives false. */
  hook: boolean;
}
