import { sourceOf } from '../sources.js';
import type { Context } from './context.js';

/** 预览: the report beside its source. */
export function openPreview(named: unknown, { preview }: Context): void {
  const source = sourceOf(named);
  if (source) preview.open(source);
}
