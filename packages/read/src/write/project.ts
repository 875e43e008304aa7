import { blocks, schemaChild } from '@fiscal/core';
import { blockLines, figuresOf, indented, linesOf, textLine } from './lines.js';
import { sourceName } from './source-name.js';
import type { SourceNode } from './source-tree.js';

/** 项目 工业招商引资工作经费 { 科目 2011308  全年预算 9.16  指标 … } */
export function projectBlock(project: SourceNode): string[] {
  const { children, schema } = project;
  const texts = new Map(project.texts);
  const own = [...texts].filter(([name]) => schemaChild(schema, name)?.text);
  for (const [name] of own) texts.delete(name);
  const indicators = children.get(blocks.indicators)?.children ?? new Map<string, SourceNode>();
  const sources = children.get(blocks.moneySources)?.children ?? new Map<string, SourceNode>();
  const rest = [...children.values()].filter(
    ({ name }) => name !== blocks.indicators && name !== blocks.moneySources,
  );
  const figures = figuresOf(project);
  return [
    `${blocks.projects} ${sourceName(project.name)} {`,
    ...indented([
      ...subjectLine(texts.get('科目')),
      ...[...sources.values()].map((source) => `${blocks.moneySources} ${source.name} ${figuresOf(source)}`),
      ...(figures === '' ? [] : [figures]),
      ...own.flatMap(([name, text]) => textLine(name, text)),
      ...[...indicators.values()].map(indicatorLine),
      ...rest.flatMap(linesOf),
      ...[...texts].flatMap(([name, text]) => (name === '科目' ? [] : blockLines(name, text))),
    ]),
    '}',
  ];
}

function subjectLine(code: string | undefined): string[] {
  if (code === undefined || code === '') return [];
  return /^\d{3,7}$/.test(code) ? [`科目 ${code}`] : textLine('科目', code);
}

/** 指标 产出 数量 赴外招商活动 目标 ≥ 8 次 完成 27 次 分值 10 得分 10 */
function indicatorLine(indicator: SourceNode): string {
  const { texts, name } = indicator;
  const levels = ['一级', '二级', '三级'].flatMap((level) => texts.get(level) ?? []);
  const operator = texts.get('方向') ?? '';
  const target = texts.get('目标');
  const result = texts.get('完成');
  return [
    blocks.indicators,
    ...levels.filter((level) => level !== '').map(sourceName),
    sourceName(name),
    ...(target === undefined ? [] : ['目标', operator === '=' ? '' : operator, quantity(target)]),
    ...(result === undefined ? [] : ['完成', quantity(result)]),
    figuresOf(indicator),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** A figure with its unit, or words in quotes. */
function quantity(text: string): string {
  const bare = text.trim();
  return /^-?\d[\d,]*(?:\.\d+)?(?:%|\p{Script=Han}{0,3})$/u.test(bare)
    ? bare
    : `"${bare.replace(/["“”]/g, '')}"`;
}
