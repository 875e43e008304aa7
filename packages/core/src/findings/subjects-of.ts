import type { FindingData } from './finding.js';

/** What a finding speaks of, without the figures. */
export function subjectsOf(data: FindingData): string[] {
  switch (data.kind) {
    case 'sum':
      return data.total.map(({ path }) => path);
    case 'same':
      return data.statements.map(({ path }) => path);
    case 'at-most':
      return [...data.parts, ...data.whole].map(({ path }) => path);
    case 'ratio':
      return [data.ratio.path, data.form];
    case 'condition':
      return [data.title];
    case 'not-checked':
    case 'tails':
      return [data.title];
    case 'name':
    case 'code':
      return [data.code];
    case 'message':
      return [data.code];
  }
}
