import type { FactBase } from '@fiscal/core';
import type { NamePart } from './project.js';
import { safeFileName } from './safe-file-name.js';

/** The name of publications that a project wants, for one report; `file` is the name of its source. */
export function filledName(pattern: string, file: string, base: FactBase): string {
  const short = base.root.attributes.get('简称')?.value;
  const parts: Record<NamePart, string> = {
    文件: file,
    名称: base.name,
    简称: short || base.name,
    年度: String(base.year),
  };
  const name = pattern.replace(/【([^】]*)】/g, (hole, part: string) =>
    Object.hasOwn(parts, part) ? parts[part as NamePart] : hole,
  );
  return safeFileName(name);
}
