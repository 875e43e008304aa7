import { readFileSync, readdirSync } from 'node:fs';
import { createCatalog, levelOfCode, type CatalogKind } from '@fiscal/core';
import { catalogData, librarySources } from '@fiscal/library';
import { describe, expect, it } from 'vitest';

const folder = new URL('../', import.meta.url);
const tables = ['functional', 'economic', 'gov_economic', 'revenue'];

function rowsOf(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`catalog/${name}.jsonl`, folder), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Every `code name` of the text that the catalogue of that year does not confirm word for word. */
function unresolved(year: number, kind: CatalogKind, lines: string): string[] {
  const catalog = createCatalog(catalogData, year);
  return lines
    .trim()
    .split(/\s+/)
    .filter((line) => {
      const [, code = '', name] = /^(\d+)(.+)$/.exec(line) ?? [];
      return catalog.find(kind, code)?.name !== name;
    });
}

describe('the codes of published reports resolve', () => {
  it('in a bureau of economy of 2023', () => {
    const functional = `
      201一般公共服务支出 20111纪检监察事务 2011101行政运行 2011105派驻派出机构
      20113商贸事务 2011301行政运行 2011308招商引资 20131党委办公厅（室）及相关机构事务 2013101行政运行
      20132组织事务 2013299其他组织事务支出 20199其他一般公共服务支出 2019999其他一般公共服务支出
      206科学技术支出 20604技术研究与开发 2060499其他技术研究与开发支出
      208社会保障和就业支出 20801人力资源和社会保障管理事务 2080199其他人力资源和社会保障管理事务支出
      20805行政事业单位养老支出 2080501行政单位离退休 2080502事业单位离退休
      2080505机关事业单位基本养老保险缴费支出 2080506机关事业单位职业年金缴费支出
      20810社会福利 2081001儿童福利
      210卫生健康支出 21011行政事业单位医疗 2101101行政单位医疗 2101102事业单位医疗
      2101103公务员医疗补助 2101199其他行政事业单位医疗支出 21099其他卫生健康支出 2109999其他卫生健康支出
      213农林水支出 21301农业农村 2130199其他农业农村支出
      215资源勘探工业信息等支出 21501资源勘探开发 2150101行政运行 21502制造业 2150299其他制造业支出
      21505工业和信息产业监管 2150501行政运行 2150508无线电及信息通信监管 2150550事业运行
      2150599其他工业和信息产业监管支出 21508支持中小企业发展和管理支出 2150805中小企业发展专项
      2150899其他支持中小企业发展和管理支出 221住房保障支出 22102住房改革支出 2210201住房公积金`;
    const economic = `
      30101基本工资 30102津贴补贴 30103奖金 30107绩效工资 30108机关事业单位基本养老保险缴费
      30109职业年金缴费 30110职工基本医疗保险缴费 30111公务员医疗补助缴费 30112其他社会保障缴费
      30113住房公积金 30301离休费 30302退休费 30304抚恤金 30305生活补助 30307医疗费补助
      30399其他对个人和家庭的补助 30201办公费 30205水费 30206电费 30207邮电费 30209物业管理费
      30211差旅费 30214租赁费 30215会议费 30217公务接待费 30226劳务费 30227委托业务费 30228工会经费
      30229福利费 30231公务用车运行维护费 30239其他交通费用 30299其他商品和服务支出`;
    expect(unresolved(2023, 'functional', functional)).toEqual([]);
    expect(unresolved(2023, 'economic', economic)).toEqual([]);
  });

  it('in a bureau of finance of 2024', () => {
    const functional = `
      201一般公共服务支出 20106财政事务 2010601行政运行 2010602一般行政管理事务 2010607信息化建设
      2010608财政委托业务支出 208社会保障和就业支出 20805行政事业单位养老支出 2080501行政单位离退休
      2080505机关事业单位基本养老保险缴费支出 2080506机关事业单位职业年金缴费支出
      2080599其他行政事业单位养老支出 210卫生健康支出 21011行政事业单位医疗 2101101行政单位医疗
      221住房保障支出 22102住房改革支出 2210201住房公积金 2210203购房补贴`;
    const economic = `
      301工资福利支出 30101基本工资 30102津贴补贴 30103奖金 30106伙食补助费 30107绩效工资
      30108机关事业单位基本养老保险缴费 30109职业年金缴费 30110职工基本医疗保险缴费
      30111公务员医疗补助缴费 30112其他社会保障缴费 30113住房公积金 30114医疗费 30199其他工资福利支出
      302商品和服务支出 30201办公费 30202印刷费 30203咨询费 30204手续费 30205水费 30206电费 30207邮电费
      30208取暖费 30209物业管理费 30211差旅费 30212因公出国（境）费用 30213维修（护）费 30214租赁费
      30215会议费 30216培训费 30217公务接待费 30218专用材料费 30224被装购置费 30225专用燃料费 30226劳务费
      30227委托业务费 30228工会经费 30229福利费 30231公务用车运行维护费 30239其他交通费用
      30240税金及附加费用 30299其他商品和服务支出
      303对个人和家庭的补助 30301离休费 30302退休费 30303退职（役）费 30304抚恤金 30305生活补助
      30307医疗费补助 30308助学金 30309奖励金 30310个人农业生产补贴 30311代缴社会保险费
      30399其他对个人和家庭的补助
      310资本性支出 31001房屋建筑物购建 31002办公设备购置 31003专用设备购置
      31007信息网络及软件购置更新 31013公务用车购置 31019其他交通工具购置 31021文物和陈列品购置
      31022无形资产购置 31099其他资本性支出`;
    expect(unresolved(2024, 'functional', functional)).toEqual([]);
    expect(unresolved(2024, 'economic', economic)).toEqual([]);
  });

  it('but for a name that is wrong', () => {
    expect(unresolved(2023, 'functional', '20604技术与开发 2150508无线电监管')).toHaveLength(2);
    expect(unresolved(2023, 'economic', '30110职工基本医疗报销缴费 30239其他交通费')).toHaveLength(2);
  });
});

describe('names of other years', () => {
  it.each([
    [2018, '210', '医疗卫生与计划生育支出'],
    [2019, '210', '卫生健康支出'],
    [2019, '215', '资源勘探信息等支出'],
    [2020, '215', '资源勘探工业信息等支出'],
    [2021, '21305', '扶贫'],
    [2022, '21305', '巩固脱贫衔接乡村振兴'],
    [2024, '21305', '巩固脱贫攻坚成果衔接乡村振兴'],
    [2019, '2080501', '归口管理的行政单位离退休'],
    [2017, '2040405', '公诉和审判监督'],
    [2018, '2040405', '公诉、审判、侦查、执行等检察监督支出'],
    [2019, '2040405', undefined],
    [2023, '2013901', undefined],
    [2024, '2013901', '行政运行'],
  ])('%i: %s is %s', (year, code, name) => {
    expect(createCatalog(catalogData, year).find('functional', code)?.name).toBe(name);
  });

  it('of the economic classification before and after its reform', () => {
    const name = (year: number, code: string) =>
      createCatalog(catalogData, year).find('economic', code)?.name;
    expect([name(2017, '30311'), name(2019, '30311')]).toEqual(['住房公积金', undefined]);
    expect([name(2017, '30113'), name(2018, '30113')]).toEqual([undefined, '住房公积金']);
    expect([name(2017, '310'), name(2018, '310')]).toEqual(['其他资本性支出', '资本性支出']);
  });
});

describe('the data', () => {
  it.each(tables)(
    '%s: every code stands once, has the digits of its level and stands below its parent',
    (table) => {
      const rows = rowsOf(table);
      const codes = new Set(rows.map((row) => row['code']!));
      expect(codes.size).toBe(rows.length);
      for (const { code = '', level } of rows) {
        const digits = { 类: 3, 款: 5, 项: 7 }[level!];
        expect(`${code} ${code.length}`).toBe(`${code} ${digits}`);
        if (code.length > 3) expect(codes).toContain(code.slice(0, -2));
      }
    },
  );

  it('history: each change leads to the next one and the last to today’s name', () => {
    const today = new Map(tables.flatMap(rowsOf).map((row) => [row['code'], row['name']]));
    const changesOf = new Map<string, Record<string, string>[]>();
    for (const row of rowsOf('history')) {
      changesOf.set(row['code']!, [...(changesOf.get(row['code']!) ?? []), row]);
    }
    for (const [code, changes] of changesOf) {
      const last = changes.at(-1)!;
      expect(levelOfCode(code)).toBeDefined();
      expect([...changes].sort((a, b) => Number(a['year']) - Number(b['year']))).toEqual(changes);
      if (today.has(code)) expect(`${code} ${last['new']}`).toBe(`${code} ${today.get(code)}`);
    }
  });

  it.each([
    ['functional', 'functional'],
    ['economic', 'economic'],
    ['gov_economic', 'government-economic'],
    ['revenue', 'revenue'],
  ] as const)('%s: every row is found with its name', (table, kind) => {
    const catalog = createCatalog(catalogData, 2024);
    const lost = rowsOf(table).filter(({ code, name }) => catalog.find(kind, code!)?.name !== name);
    expect(lost).toEqual([]);
  });

  it('says of how many rows which tag vouches, and the README says the same', () => {
    const readme = readFileSync(new URL('README.md', folder), 'utf8');
    const told = [...readme.matchAll(/^\| `([a-z-]+)` +\|.*\| ([\d,]+) +\|$/gm)].map(
      (row) => `${row[1]} ${row[2]}`,
    );
    const tags = ['report', 'document', 'name-in-report', 'code-in-data', 'recall-only'];
    const rows = rowsOf('functional');
    const counted = tags.map((tag) => rows.filter(({ verified }) => verified === tag).length);
    expect(told).toEqual(tags.map((tag, index) => `${tag} ${counted[index]!.toLocaleString('en')}`));
    expect(counted.reduce((sum, count) => sum + count)).toBe(rows.length);
  });

  it('is embedded whole', () => {
    const embedded = Object.values(catalogData).map((text) => text.split('\n').length);
    expect(embedded).toEqual([...tables, 'history'].map((table) => rowsOf(table).length));
  });
});

it('embeds every .fiscal file under its name', () => {
  const files = readdirSync(new URL('fiscal', folder), { recursive: true }) as string[];
  const expected = files.filter((file) => file.endsWith('.fiscal')).sort();
  expect(librarySources.map(({ uri }) => uri)).toEqual(expected.map((file) => `fiscal-library:/${file}`));
  for (const { uri, text } of librarySources) {
    expect(text).toBe(
      readFileSync(new URL(`fiscal/${uri.slice('fiscal-library:/'.length)}`, folder), 'utf8'),
    );
  }
});
