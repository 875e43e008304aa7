import {
  countFindings,
  dayOf,
  Defects,
  type Finding,
  type FindingData,
  type Operand,
  type Range,
  type Report,
  relatedPlacesOf,
  type Severity,
  startOf,
} from '@fiscal/core';
import type { SourceHost } from '@fiscal/language';
import type { ReportDocument } from '@fiscal/report';
import type { Engine, ListedFact, Source } from '../src/engine.js';

/**
 * Stands in for the packages below, so that these tests speak of the command line alone. Its language: a file that
 * holds 部门决算 is a report, and an unfinished one when it holds 未填; 错 is an error, 疑 a warning, 尾 a 尾差 note, 缺 something not checked, 和 a wrong sum;
 * 引 and the rest of its line refer to a file.
 */
export const pretendEngine: Engine = {
  language: async () => ({
    load(sources, host) {
      const findings = sources.flatMap((source) => [
        ...marksIn(source),
        ...references(source, host.read.bind(host)),
      ]);
      return { reports: sources.filter(({ text }) => text.includes('部门决算')).map(reportOf), findings };
    },
    formatText: (text) => text.replace(/[ \t]+$/gm, ''),
    rollForward: (text, year) => ({
      text: text.replace(/(19|20)\d\d/, String(year)),
      findings: marksIn({ uri: '', text }),
    }),
    yearOf: (text) => Number(/部门决算.*?(\d{4})/.exec(text)?.[1]) || undefined,
    nextName: (name, year) =>
      name.includes('2023') ? name.replace('2023', String(year)) : `${name}-${year}`,
    mend: (text) => ({ text: text.replaceAll('截止', '截至'), mended: text.split('截止').length - 1 }),
    skeleton: ({ name, year, kind = '部门决算', template }) =>
      `// 说明\n${kind} ${name} ${year} {\n${template ? `  模板 ${template}\n` : ''}}\n`,
    skeletonTemplates: ['甲省', '乙省', '甲市'],
    skeletonTexts: () => [],
  }),
  ruleBook: async () => ({
    listRules: () => [
      { id: 'I0101', title: '合计' },
      { id: 'X001', title: '两表一致', source: '标准规则.fiscal' },
    ],
    rulePage: (id) => (id === 'I0101' ? '# I0101 合计\n\n级别：错误\n' : undefined),
  }),
  core: async () => ({
    examineReports: ({ reports, findings }, more) => ({
      findings: [...findings, ...reports.flatMap(more)],
      accepted: [],
    }),
    relatedPlacesOf,
    ruleTitle: (id) => `${id} 的名称`,
    nearestNames: (name, known) => [...known].filter((one) => one[0] === name[0]),
    countFindings,
    dayOf,
    Defects,
    startOf,
    messageOf: ({ rule, data }) => (data.kind === 'message' ? wordsOf(data) : `${rule} 的说法`),
    listFacts: (base) => (base === unfinished ? listedFacts : listedFacts.filter(isFilled)),
  }),
  publishing: async () => ({
    compose: ({ uri }) => ({ document: documentOf(uri), findings: [], missing: new Set(), texts: new Set() }),
    renderMarkdown: () => ({ text: '' }),
    renderIndex: (reports) =>
      reports
        .map(({ document: { title }, files }) => `${title}: ${files.map(({ path }) => path).join(' ')}\n`)
        .join(''),
    renderHtmlChanges: () => ({ html: '', style: '', changes: [] }),
    templateFindings: () => [],
    missingBlockFindings: () => [],
    unprintedFindings: () => [],
    isOfUsedFigures: () => false,
    openFigures: ({ title }) => openIn.get(title) ?? [],
    countOpenMarks: () => 0,
  }),
  comparison: () => import('@fiscal/compare'),
  trial: () => import('../src/trial/try-template.js'),
  merging: () => import('@fiscal/compare/merge'),
  publications: [
    {
      name: 'markdown',
      title: 'Markdown',
      remark: '图为 SVG 文件',
      extension: 'md',
      beside: 'figures/*.svg',
      make: async () => ({ content: '# 报告\n', beside: new Map([['figures/图1.svg', '<svg/>']]) }),
    },
    {
      name: 'html',
      title: 'HTML',
      remark: '单个文件',
      extension: 'html',
      make: async () => ({ content: '<!doctype html>\n' }),
    },
  ],
  machine: async () => ({}),
};

/** What documents print as 未填, by their titles. */
export const openIn = new Map<string, string[]>();

export const listedFacts: ListedFact[] = [
  { path: '收入.总计', label: '收入总计', value: '3650.36', unit: '万元', measure: '决算', state: 'stated' },
  {
    path: '收入.调整',
    label: '=HYPERLINK("x")',
    value: '-0.10',
    unit: '万元',
    measure: '决算',
    state: 'derived',
    rule: 'C001',
  },
  { path: '收入.捐赠', label: '捐赠, "其他"', unit: '万元', measure: '决算', state: 'unfilled' },
];

/** What a report says in which something is 未填. */
const unfinished = {} as Report['base'];

function isFilled({ state }: ListedFact): boolean {
  return state !== 'unfilled';
}

function wordsOf({ code, parameters }: Extract<FindingData, { kind: 'message' }>): string {
  return code === 'missing-file' ? `没有 ${parameters.file}` : code;
}

const marks: Record<string, [rule: string, severity: Severity, data: (at: Place) => FindingData]> = {
  错: ['E1', 'error', () => ({ kind: 'message', code: '写错了', parameters: {}, suggestions: [] })],
  疑: ['W1', 'warning', () => ({ kind: 'message', code: '可疑', parameters: {}, suggestions: [] })],
  尾: [
    'T1',
    'information',
    (at) => ({ kind: 'tails', title: '', tails: [finding('R1', 'information', at, sum(at))] }),
  ],
  缺: [
    'N1',
    'hint',
    (at) => ({ kind: 'not-checked', title: '', missing: [{ label: '总计', path: '收入.总计', origin: at }] }),
  ],
  和: ['S1', 'error', sum],
};

interface Place {
  uri: string;
  range: Range;
}

function marksIn({ uri, text }: Source): Finding[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, number) =>
    [...line.matchAll(/[错疑尾缺和]+/g)].map(({ 0: word, index }) => {
      const [rule, severity, data] = marks[word[0]!]!;
      const end = { line: number, character: index + word.length };
      const place = { uri, range: { start: { line: number, character: index }, end } };
      return finding(rule, severity, place, data(place));
    }),
  );
}

function references({ uri, text }: Source, read: SourceHost['read']): Finding[] {
  const name = /引(\S+)/.exec(text)?.[1];
  const target = name && new URL(name, uri).href;
  const found = target && read(target);
  if (!target || typeof found === 'string') return [];
  const origin = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return [
    finding(
      'M1',
      'error',
      { uri, range: origin },
      {
        kind: 'message',
        code: found ? found.reason : 'missing-file',
        parameters: { file: name! },
        suggestions: [],
      },
    ),
  ];
}

function finding(rule: string, severity: Severity, origin: Place, data: FindingData): Finding {
  return { rule, severity, origin, data };
}

function sum(origin: Place): FindingData {
  return {
    kind: 'sum',
    title: '',
    total: [operand('收入.总计', '3650.36', 1, origin)],
    parts: [operand('收入.拨款', '3213.28', 1, origin), operand('收入.上缴', '9.9', -1)],
    expected: '3203.38',
    actual: '3650.36',
    difference: '446.98',
    tolerance: '0.015',
    explained: false,
    unit: '万元',
    consequences: [],
  };
}

function operand(path: string, value: string, sign: 1 | -1, origin?: Place): Operand {
  return { label: path, path, value, low: value, high: value, unit: '万元', sign, derived: !origin, origin };
}

function reportOf({ uri, text }: Source): Report {
  const base = text.includes('未填') ? unfinished : ({} as Report['base']);
  return { uri, base, rules: [], suppressions: [], severityChanges: [], texts: [] };
}

function documentOf(title: string): ReportDocument {
  return { title, language: 'zh-CN', blocks: [{ kind: 'preformatted', text: '正文' }] };
}
