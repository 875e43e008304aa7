import { skeletons } from '@fiscal/library';
import { formatText } from '../format/format-text.js';
import type * as ast from '../generated/ast.js';

export interface NewReport {
  name: string;
  year: number;
  /** One of `reportKinds`; the first where it is not said. */
  kind?: ReportKind;
  /** One of `skeletonTemplates`; the first where it is none of them. */
  template?: string;
}

type ReportKind = ast.Report['kind'];

export const reportKinds: readonly ReportKind[] = ['部门决算', '单位决算'];

/** The templates for which a report can be begun. */
export const skeletonTemplates: readonly string[] = skeletons.map(({ template }) => template);

/** A name that can stand without quotes. */
const bareName = /^[\u4e00-\u9fff\u3400-\u4dbf][\u4e00-\u9fff\u3400-\u4dbf0-9·（）]*$/;

/** A commented report to begin with: every block that its template prints, figures still open. */
export function skeleton(report: NewReport): string {
  return formatText(filledSkeleton(report));
}

/** The same with its blanks as they come: what stands in its texts is the same. */
export function filledSkeleton({ name, year, kind, template }: NewReport): string {
  const chosen = skeletons.find((one) => one.template === template) ?? skeletons[0]!;
  const values: Record<string, string> = {
    名称: bareName.test(name) ? name : `"${name.replace(/["\r\n]/g, '')}"`,
    种类: (kind ?? reportKinds[0]!).slice(0, 2),
    模板: chosen.template,
    年度: String(year),
    上年: String(year - 1),
    次年: String(year + 1),
  };
  const lines = linesOfKind(chosen.text, values['种类']!);
  return lines.replace(/\$\{(.+?)\}/g, (hole, key: string) => values[key] ?? hole);
}

/** A line that begins with ${部门} or ${单位} is for reports of that kind alone. */
function linesOfKind(text: string, kind: string): string {
  return text.replace(/^\$\{(部门|单位)\}(.*\n)/gm, (_, only: string, line: string) =>
    only === kind ? line : '',
  );
}
