import { type Report, type RichText, richTextSource } from '@fiscal/core';
import { filledSkeleton, reportKinds, skeletonTemplates } from './skeleton.js';

/** Texts of a report that a new one begins with, and that nobody has written over yet: 写增减的原因. */
export function skeletonTexts({ texts }: Pick<Report, 'texts'>): RichText[] {
  const begun = new Set(skeletonTemplates.flatMap(textsOf));
  return texts.filter((text) => begun.has(richTextSource(text).trim()));
}

/** In quotes, or on a line of a text block. */
function textsOf(template: string): string[] {
  const texts = reportKinds.map((kind) => filledSkeleton({ name: '甲', year: 2000, kind, template }));
  return texts.flatMap((text) => text.match(/(?<=")写[^"\n]+(?=")|(?<=^\s+)写.+$/gmu) ?? []);
}
