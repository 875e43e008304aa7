import type { SchemaItem, Template } from '@fiscal/core';
import { reportKinds, skeleton, skeletonTemplates } from '@fiscal/language';
import { Random } from '../random.js';
import { declaredItems } from './declared-items.js';
import { publishedReport } from './published-report.js';

const states = ['0', '未填', '未发生', '不适用'];

/** Reports on which a template is tried: without anything, just begun, with zeros, and so many random ones. */
export function trialReports(template: Template, schema: SchemaItem, count: number, seed: number): string[] {
  return [
    ...reportKinds.flatMap((kind) => [empty(kind, template), ...begun(kind, template, schema)]),
    ...Array.from({ length: count }, (_, index) => index).flatMap((index) => {
      const random = Random.of(seed, index);
      const whole = publishedReport(random, template, schema);
      const open = opened(whole, random);
      return [whole, open, shortened(open, random)];
    }),
  ];
}

function empty(kind: string, { name }: Template): string {
  return `${kind} 甲局 2024 {\n  模板 ${name}\n}\n`;
}

/** As the library has it for a new report, with what the template declares besides. */
function begun(kind: (typeof reportKinds)[number], template: Template, schema: SchemaItem): string[] {
  const known = skeletonTemplates.includes(template.name) ? template.name : skeletonTemplates[0]!;
  const text = skeleton({ name: '甲局', year: 2024, kind, template: known });
  const own = known === template.name ? [] : declaredItems(new Random(1), template, schema);
  const whole = text
    .replace(/^ {2}模板 .*$/m, `  模板 ${template.name}`)
    .replace(/\}\s*$/, [...own, '}', ''].join('\n'));
  return states.map((state) => whole.replaceAll('未填', state));
}

/** Some figures are not known yet, did not happen or do not arise. */
function opened(text: string, random: Random): string {
  const [share, other] = [random.fraction() * 0.3, random.fraction() * 0.1];
  return text.replace(/(?<=[\u4e00-\u9fff）] )-?\d+\.\d\d(?= |$)/gm, (figure) => {
    if (random.chance(share)) return '未填';
    return random.chance(other) ? random.pick(states) : figure;
  });
}

function shortened(text: string, random: Random): string {
  const share = random.fraction() * 0.3;
  const stays = (line: string) => !/^ {4}\S/.test(line) || /[{}]/.test(line) || !random.chance(share);
  return text.split('\n').filter(stays).join('\n');
}
