import { describe, expect, it } from 'vitest';
import {
  createCatalog,
  editDistance,
  isSameName,
  levelOfCode,
  parseCatalogCsv,
  withOwnCatalog,
  type CatalogKind,
} from '../src/index.js';
import { sampleData } from './catalog-sample.js';

/** `code name confirmation` of an entry in one year. */
function lookup(year: number, code: string, kind: CatalogKind = 'functional'): string {
  const entry = createCatalog(sampleData, year).find(kind, code);
  return entry ? `${entry.code} ${entry.name} ${entry.confirmation}` : 'none';
}

describe('find', () => {
  it('gives all that the book says of a code', () => {
    expect(createCatalog(sampleData, 2024).find('functional', '2010301')).toEqual({
      code: '2010301',
      level: '项',
      name: '行政运行',
      kind: 'functional',
      confirmation: 'report',
      budget: '一般公共预算',
      explanation: '反映行政单位的基本支出。',
    });
    expect(createCatalog(sampleData, 2024).find('economic', '30201')?.group).toBe('公用经费');
    expect(lookup(2024, '502', 'government-economic')).toBe('502 机关商品和服务支出 document');
    expect(lookup(2024, '101', 'revenue')).toBe('101 税收收入 code-in-data');
  });

  it('knows nothing of other kinds and unknown codes', () => {
    expect(lookup(2024, '30201')).toBe('none');
    expect(lookup(2024, '2159999')).toBe('none');
    expect(lookup(2024, '')).toBe('none');
  });

  it('gives the name of the year', () => {
    expect(lookup(2019, '20805')).toBe('20805 行政事业单位离退休 report');
    expect(lookup(2020, '20805')).toBe('20805 行政事业单位养老支出 report');
    expect(lookup(2021, '21305')).toBe('21305 扶贫 recall-only');
    expect(lookup(2022, '21305')).toBe('21305 巩固脱贫衔接乡村振兴 recall-only');
    expect(lookup(2023, '21305')).toBe('21305 巩固脱贫攻坚成果衔接乡村振兴 code-in-data');
  });

  it('finds a code only in the years in which it was in use', () => {
    expect(lookup(2019, '2080504')).toBe('2080504 未归口管理的行政单位离退休 report');
    expect(lookup(2020, '2080504')).toBe('none');
    expect(lookup(2023, '2300412')).toBe('none');
    expect(lookup(2024, '2300412')).toBe('2300412 自然资源海洋气象等 document');
    expect(lookup(2017, '30311', 'economic')).toBe('30311 住房公积金 report');
    expect(lookup(2019, '30311', 'economic')).toBe('none');
    expect(lookup(2021, '30311', 'economic')).toBe('30311 代缴社会保险费 report');
  });

  it('brings the 项 in together with their 款', () => {
    expect(lookup(2023, '2013901')).toBe('none');
    expect(lookup(2024, '2013901')).toBe('2013901 行政运行 report');
  });

  it('gives a former code the budget or group of its 类', () => {
    expect(createCatalog(sampleData, 2019).find('functional', '2080504')?.budget).toBe('一般公共预算');
    expect(createCatalog(sampleData, 2017).find('economic', '30311')?.group).toBe('人员经费');
  });
});

describe('names in doubt', () => {
  const functional = `${sampleData.functional}\n213|农林水支出|report|||||农林水事务`.replaceAll('|', '\t');
  const history = `${sampleData.history}
2150806|2022|减免租金|减免房租补贴|report||2021|2024
2150807|2022||新增补贴|report||2021|2022
2150809|2022|取消补贴||report||2021|2024`.replaceAll('|', '\t');
  const entry = (year: number, code: string) => {
    const found = createCatalog({ ...sampleData, functional, history }, year).find('functional', code);
    return found && [found.name, ...(found.alternatives ?? [])].join(' ');
  };

  it('are right beside the likely one while the year of the change is open', () => {
    expect(entry(2020, '2150806')).toBe('减免租金');
    expect(entry(2021, '2150806')).toBe('减免租金 减免房租补贴');
    expect(entry(2022, '2150806')).toBe('减免房租补贴 减免租金');
    expect(entry(2023, '2150806')).toBe('减免房租补贴 减免租金');
    expect(entry(2024, '2150806')).toBe('减免房租补贴');
  });

  it('of a code that may already, or may still, be in use', () => {
    expect([2020, 2021, 2022].map((year) => entry(year, '2150807'))).toEqual([
      undefined,
      '新增补贴',
      '新增补贴',
    ]);
    expect([2021, 2023, 2024].map((year) => entry(year, '2150809'))).toEqual([
      '取消补贴',
      '取消补贴',
      undefined,
    ]);
  });

  it('of which none is settled are right in every year', () => {
    expect([2018, 2024].map((year) => entry(year, '213'))).toEqual([
      '农林水支出 农林水事务',
      '农林水支出 农林水事务',
    ]);
  });

  it('are the same with 其它 and 其他', () => {
    expect(isSameName('其它公立医院支出', '其他公立医院支出')).toBe(true);
    expect(isSameName('其他公立医院支出', '其他公立医院')).toBe(false);
  });
});

describe('list', () => {
  const codes = (year: number) =>
    createCatalog(sampleData, year)
      .list('functional', '项')
      .map((entry) => entry.code);

  it('lists a level of a year in code order', () => {
    expect(codes(2019)).toEqual(['2010301', '2080501', '2080504', '2150805', '2150806']);
    expect(codes(2024)).toEqual(['2010301', '2013901', '2080501', '2150805', '2150806', '2300412']);
  });
});

describe('rename', () => {
  const rename = (year: number, code: string, name: string) =>
    createCatalog(sampleData, year).rename(code, name);

  it('finds the change that gave a name up or brought it', () => {
    const change = {
      code: '20805',
      old: '行政事业单位离退休',
      new: '行政事业单位养老支出',
      year: 2020,
      earliest: 2020,
      latest: 2020,
      confirmation: 'report',
    };
    expect(rename(2023, '20805', '行政事业单位离退休')).toEqual(change);
    expect(rename(2019, '20805', '行政事业单位养老支出')).toEqual(change);
  });

  it('chooses among several changes the one that makes the name wrong that year', () => {
    expect(rename(2023, '21305', '巩固脱贫衔接乡村振兴')?.year).toBe(2023);
    expect(rename(2021, '21305', '巩固脱贫衔接乡村振兴')?.year).toBe(2022);
    expect(rename(2024, '21305', '扶贫')?.year).toBe(2022);
  });

  it('knows nothing of a name that the code never had', () => {
    expect(rename(2023, '20805', '扶贫')).toBeUndefined();
    expect(rename(2023, '2010301', '行政运行')).toBeUndefined();
  });
});

describe('nearest', () => {
  const nearest = (written: string, limit = 2) =>
    createCatalog(sampleData, 2024)
      .nearest('functional', written, limit)
      .map((entry) => `${entry.code} ${entry.name}`);

  it('suggests codes: a digit replaced, swapped or missing, the longer common beginning first', () => {
    expect(nearest('2150807')).toEqual(['2150805 中小企业发展专项', '2150806 减免房租补贴']);
    expect(nearest('2510805', 1)).toEqual(['2150805 中小企业发展专项']);
    expect(nearest('215085')).toEqual(['21508 支持中小企业发展和管理支出', '2150805 中小企业发展专项']);
  });

  it('suggests names', () => {
    expect(nearest('行政事业单位养老', 1)).toEqual(['20805 行政事业单位养老支出']);
    expect(nearest('中小企业专项', 1)).toEqual(['2150805 中小企业发展专项']);
    expect(nearest('社保和就业', 1)).toEqual(['208 社会保障和就业支出']);
  });

  it('suggests nothing for what resembles nothing', () => {
    expect(nearest('天气')).toEqual([]);
    expect(nearest('2990000')).toEqual([]);
    expect(nearest('')).toEqual([]);
  });
});

it('measures edits', () => {
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('2510508', '2150508')).toBe(1);
  expect(editDistance('职工基本医疗报销缴费', '职工基本医疗保险缴费')).toBe(2);
});

it('reads the level from the code', () => {
  const levels = ['215', '21508', '2150805', '30201', '3020101', '2150', '21508o5', ''].map(levelOfCode);
  expect(levels).toEqual(['类', '款', '项', '款', undefined, undefined, undefined, undefined]);
});

describe('a department’s own list', () => {
  const rows = [
    { code: '2150805', name: '中小企业专项' },
    { code: '2150810', name: '本地新增', explanation: '本地说明' },
  ];
  const own = withOwnCatalog(createCatalog(sampleData, 2024), rows);

  it('is the authority for the kinds and levels that it speaks of', () => {
    expect(own.authoritative).toBe(true);
    expect(own.find('functional', '2150805')).toMatchObject({ name: '中小企业专项', confirmation: 'own' });
    expect(own.find('functional', '2150810')).toEqual({
      code: '2150810',
      level: '项',
      name: '本地新增',
      kind: 'functional',
      confirmation: 'own',
      budget: '一般公共预算',
      explanation: '本地说明',
    });
    expect(own.find('functional', '2010301')).toBeUndefined();
    expect(own.list('functional', '项').map((entry) => entry.code)).toEqual(['2150805', '2150810']);
    expect(own.nearest('functional', '2150811', 1)[0]?.code).toBe('2150810');
  });

  it('leaves the rest to the library', () => {
    expect(own.governs('functional', '项')).toBe(true);
    expect(own.governs('functional', '类')).toBe(false);
    expect(own.find('functional', '215')?.name).toBe('资源勘探工业信息等支出');
    expect(own.find('economic', '30201')?.name).toBe('办公费');
    expect(own.rename('20805', '行政事业单位离退休')?.year).toBe(2020);
  });

  it('governs nothing when it is empty', () => {
    expect(withOwnCatalog(createCatalog(sampleData, 2024), []).authoritative).toBe(false);
  });
});

describe('parseCatalogCsv', () => {
  /** Rows as `code name explanation`, problems as `line message`. */
  function read(text: string): string[] {
    const { rows, problems } = parseCatalogCsv(text);
    return [
      ...rows.map(({ code, name, explanation }) => [code, name, explanation].filter(Boolean).join(' ')),
      ...problems.map(({ line, message }) => `${line}: ${message}`),
    ];
  }

  it('reads commas and tabs, other column names and other columns', () => {
    expect(read('编码,名称\n201,一般公共服务支出')).toEqual(['201 一般公共服务支出']);
    expect(read('序号\t科目名称\t科目编码\n1\t人大事务\t20101\n')).toEqual(['20101 人大事务']);
    expect(read('代码,名称,级次,说明\r\n2010101,行政运行,项,基本支出\r\n')).toEqual([
      '2010101 行政运行 基本支出',
    ]);
  });

  it('reads a byte order mark, full-width digits, blank lines and a title above the header', () => {
    expect(read('\uFEFF编码,名称\n２０１,一般公共服务支出\n\n,,\n')).toEqual(['201 一般公共服务支出']);
    expect(read('2024年科目表\n\n科目 编码,科目名称\n201,甲')).toEqual(['201 甲']);
  });

  it('reads quotes', () => {
    expect(read('编码,名称,说明\n"201","甲,乙","他说""好""\n第二行"\n202,丙')).toEqual([
      '201 甲,乙 他说"好"\n第二行',
      '202 丙',
    ]);
  });

  it('reports a line with a problem and goes on', () => {
    expect(
      read('编码,名称,级次\n2011,甲\n4010101,乙\n3020101,丙\n201,\n202,丁,款\n203,戊,1\n203,己'),
    ).toEqual([
      '203 戊',
      '1: catalog-code-malformed',
      '2: catalog-code-malformed',
      '3: catalog-code-malformed',
      '4: catalog-name-missing',
      '5: catalog-level-mismatch',
      '7: catalog-code-duplicate',
    ]);
  });

  it('counts lines inside quotes and survives a quote that never ends', () => {
    expect(read('编码,名称\n201,"甲\n乙"\nx,丙')).toEqual(['201 甲\n乙', '3: catalog-code-malformed']);
    expect(read('编码,名称\n201,"甲\n202,乙')).toEqual(['201 "甲', '202 乙']);
  });

  it('needs a header', () => {
    expect(read('')).toEqual(['0: catalog-header-missing']);
    expect(read('201,一般公共服务支出')).toEqual(['0: catalog-header-missing']);
  });
});
