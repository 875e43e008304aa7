import { describe, expect, it } from 'vitest';
import {
  FactBase,
  classificationFindings,
  createCatalog,
  emptySchema,
  withOwnCatalog,
  type Catalog,
  type Finding,
  type Origin,
  type Report,
} from '../src/index.js';
import { sampleData } from './catalog-sample.js';

/** A report whose lines are written `block code name`; a code that was there before is a repetition. */
function reportOf(source: string, catalog: Catalog): Report {
  const at = (line: number, text: string, from: number): Origin => ({
    uri: 'file:///a.fiscal',
    range: { start: { line, character: from }, end: { line, character: from + text.length } },
  });
  const schema = emptySchema();
  const department = emptySchema('本地支出', true);
  schema.children.set('本地支出', { ...department, coded: 'functional' });
  const base = new FactBase({
    kind: '部门决算',
    name: '甲局',
    year: catalog.year,
    moneyUnit: '万元',
    decimals: 2,
    percentDecimals: 2,
    schema,
    catalog,
    origin: at(0, '', 0),
  });
  for (const [index, line] of source.trim().split('\n').entries()) {
    const [block = '', code = '', name] = line.trim().split(' ');
    const parent = block.split('.').reduce((subject, part) => {
      return subject.addChild(part, /^\d/.test(part) ? part : undefined);
    }, base.root);
    const origin = at(index, code, block.length + 1);
    const known = parent.children.get(code);
    if (known) known.setAttribute('重复', { value: code, origin });
    const subject = known ?? parent.addChild(code, code);
    subject.origin ??= origin;
    const nameOrigin = at(index, name ?? '', block.length + code.length + 2);
    if (name && !known) subject.setAttribute('名称', { value: name, origin: nameOrigin });
  }
  return { uri: 'file:///a.fiscal', base, rules: [], suppressions: [], severityChanges: [], texts: [] };
}

/** `rule severity line:from-to data` for each finding. */
function found(source: string, catalog = createCatalog(sampleData, 2024)): string[] {
  return [...classificationFindings(reportOf(source, catalog))].map(describeFinding);
}

function describeFinding({ rule, severity, origin, data }: Finding): string {
  const { start, end } = origin.range;
  return `${rule} ${severity} ${start.line}:${start.character}-${end.character} ${describeData(data)}`;
}

function describeData(data: Finding['data']): string {
  if (data.kind === 'code') return `${data.catalog} ${data.code} → ${data.suggestions.join('、')}`;
  if (data.kind === 'message') return `${data.code} ${Object.values(data.parameters).join(' ')}`;
  if (data.kind !== 'name') throw new Error(data.kind);
  const doubt = data.confirmed ? '' : ' unconfirmed';
  const renamed = data.renamedIn ? ` renamed ${data.renamedIn}` : '';
  return `${data.code} ${data.stated} → ${data.official}${doubt}${renamed}`;
}

const own = withOwnCatalog(createCatalog(sampleData, 2024), [
  { code: '2150805', name: '中小企业专项' },
  { code: '20805', name: '行政事业单位养老支出' },
]);

describe('C001 the code is in the catalogue', () => {
  it('says nothing of right lines, with or without a name', () => {
    const source = `
支出.一般公共预算 2010301
支出.一般公共预算 2150805 中小企业发展专项
收入.按科目 2010301 行政运行
基本支出.一般公共预算 30201 办公费
项目支出.一般公共预算 30201
支出.一般公共预算.2150805.明细.基本 30201 办公费`;
    expect(found(source)).toEqual([]);
  });

  it('hints at an unknown code with the nearest ones, and does not judge its name', () => {
    expect(found('支出.一般公共预算 2150807 中小企业')).toEqual([
      'C001 information 0:10-17 functional 2150807 → 2150805 中小企业发展专项、2150806 减免房租补贴',
    ]);
    expect(found('基本支出.一般公共预算 30202')).toEqual([
      'C001 information 0:12-17 economic 30202 → 30201 办公费、30212 因公出国（境）费用',
    ]);
  });

  it('suggests first what bears the name', () => {
    const [line] = found('支出.一般公共预算 2150807 减免房租补贴');
    expect(line).toContain('→ 2150806 减免房租补贴、2150805');
    const [far] = found('支出.一般公共预算 2990000 中小企业发展专项');
    expect(far).toContain('→ 2150805 中小企业发展专项');
    const [former] = found('支出.一般公共预算 20806 行政事业单位离退休');
    expect(former).toContain('→ 20805 行政事业单位养老支出');
  });

  it('is an error where the department’s own list speaks of such codes', () => {
    expect(found('支出.一般公共预算 2150806 减免房租补贴', own)).toEqual([
      'C001 error 0:10-17 functional 2150806 → 2150805 中小企业专项',
    ]);
    expect(found('支出.一般公共预算 299', own)[0]).toMatch(/^C001 information/);
    expect(found('基本支出.一般公共预算 30299', own)[0]).toMatch(/^C001 information/);
  });

  it('does not know a code before its year', () => {
    expect(found('支出.一般公共预算 2013901', createCatalog(sampleData, 2023))[0]).toMatch(
      /^C001 information/,
    );
  });
});

describe('C002 the name is the official one', () => {
  it('warns of another name, at the name', () => {
    expect(found('支出.一般公共预算 2150805 中小企业专项')).toEqual([
      'C002 warning 0:18-24 2150805 中小企业专项 → 中小企业发展专项',
    ]);
  });

  it('compares exactly: a missing 支出 and half-width parentheses are differences', () => {
    expect(found('支出.一般公共预算 201 一般公共服务\n基本支出.一般公共预算 30212 因公出国(境)费用')).toEqual(
      [
        'C002 warning 0:14-20 201 一般公共服务 → 一般公共服务支出',
        'C002 warning 1:18-27 30212 因公出国(境)费用 → 因公出国（境）费用',
      ],
    );
  });

  it('only informs where the official name is not confirmed', () => {
    expect(found('支出.一般公共预算 2150806 房租补贴')).toEqual([
      'C002 information 0:18-22 2150806 房租补贴 → 减免房租补贴 unconfirmed',
    ]);
  });

  it('is an error against the department’s own list', () => {
    expect(found('支出.一般公共预算 2150805 中小企业发展专项', own)).toEqual([
      'C002 error 0:18-26 2150805 中小企业发展专项 → 中小企业专项',
    ]);
  });
});

describe('C003 a code has 3, 5 or 7 digits, an economic one 3 or 5', () => {
  it('is an error', () => {
    expect(found('支出.一般公共预算 2150 甲\n基本支出.一般公共预算 3020101')).toEqual([
      'C003 error 0:10-14 code-length 2150 functional',
      'C003 error 1:12-19 code-length 3020101 economic',
    ]);
  });
});

describe('C004 functional and economic codes stand apart', () => {
  it('is an error, and the only one of the line', () => {
    const source = `
支出.一般公共预算 30201 甲
支出.一般公共预算.2150805.明细.项目 2150805
收入.按科目 50201
基本支出.一般公共预算 2010301
项目支出.一般公共预算 50201`;
    expect(found(source)).toEqual([
      'C004 error 0:10-15 code-kind 30201 functional economic',
      'C004 error 1:24-31 code-kind 2150805 economic functional',
      'C004 error 2:7-12 code-kind 50201 functional government-economic',
      'C004 error 3:12-19 code-kind 2010301 economic functional',
      'C004 error 4:12-17 code-kind 50201 economic government-economic',
    ]);
  });

  it('follows the 结构 in blocks that a province or department added', () => {
    expect(found('本地支出 30201')).toEqual(['C004 error 0:5-10 code-kind 30201 functional economic']);
    expect(found('别处 30201')).toEqual([]);
  });
});

describe('C005 the name belongs to the year', () => {
  it('warns of a name that was given up', () => {
    expect(found('支出.一般公共预算 20805 行政事业单位离退休')).toEqual([
      'C005 warning 0:16-25 20805 行政事业单位离退休 → 行政事业单位养老支出 renamed 2020',
    ]);
  });

  it('warns of a name that was yet to come', () => {
    expect(found('支出.一般公共预算 20805 行政事业单位养老支出', createCatalog(sampleData, 2019))).toEqual([
      'C005 warning 0:16-26 20805 行政事业单位养老支出 → 行政事业单位离退休 renamed 2020',
    ]);
  });

  it('only informs, without the year, where the change is not confirmed', () => {
    expect(found('支出.一般公共预算 21305 扶贫', createCatalog(sampleData, 2022))).toEqual([
      'C005 information 0:16-18 21305 扶贫 → 巩固脱贫衔接乡村振兴 unconfirmed',
    ]);
  });

  it('is an error against the department’s own list', () => {
    expect(found('支出.一般公共预算 20805 行政事业单位离退休', own)).toEqual([
      'C005 error 0:16-25 20805 行政事业单位离退休 → 行政事业单位养老支出 renamed 2020',
    ]);
  });
});

describe('C007 a line stands once', () => {
  it('is an error at the second place, beside the line’s own findings', () => {
    const source = `
支出.一般公共预算 2150805 中小企业专项
支出.一般公共预算 2150805
收入.按科目 2150805`;
    expect(found(source)).toEqual([
      'C007 error 1:10-17 code-duplicate 2150805 1',
      'C002 warning 0:18-24 2150805 中小企业专项 → 中小企业发展专项',
    ]);
  });
});

it('passes over lines that nobody wrote', () => {
  const report = reportOf('支出.一般公共预算 2150805', createCatalog(sampleData, 2024));
  report.base.find(['支出', '一般公共预算'])!.addChild('999', '999');
  expect([...classificationFindings(report)]).toEqual([]);
});
