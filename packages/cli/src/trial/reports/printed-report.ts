import {
  type Accounts,
  economicNames,
  type Fund,
  incomeOf,
  type Line,
  type Nature,
  spentOn,
  sum,
} from './accounts.js';
import type { Random } from '../random.js';

/** How an accounts system makes 万元 with two decimals of exact amounts. */
export type Rounding = '四舍五入' | '四舍六入五成双' | '截断';

/** Which of the optional rows and blocks the report has. */
export interface Layout {
  classes: boolean;
  sections: boolean;
  lineTotals: boolean;
  detail: boolean;
  incomeBySubject: boolean;
  carryOvers: boolean;
  grants: boolean;
}

const unit = 10_000;

export function randomLayout(random: Random): Layout {
  const [classes, sections, lineTotals, detail, incomeBySubject, carryOvers, grants] = Array.from(
    { length: 7 },
    () => random.chance(0.6),
  );
  return {
    classes: classes!,
    sections: sections!,
    lineTotals: lineTotals!,
    detail: detail!,
    incomeBySubject: incomeBySubject!,
    carryOvers: carryOvers!,
    grants: grants!,
  };
}

/** The report as published: each figure rounded on its own. */
export function printedReport(accounts: Accounts, layout: Layout, rounding: Rounding): string {
  const printer = new Printer(accounts, layout, (cents) => rounded(cents, rounding));
  const setting = rounding === '截断' ? ['  取舍 截断'] : [];
  return ['部门决算 某市某局 2024 {', ...setting, ...printer.blocks(), '}', ''].join('\n');
}

function rounded(cents: number, rounding: Rounding): string {
  const whole = Math.trunc(cents / unit);
  const rest = cents - whole * unit;
  const up =
    rounding === '四舍五入' ? rest * 2 >= unit : rest * 2 > unit || (rest * 2 === unit && whole % 2 === 1);
  const hundredths = rounding !== '截断' && up ? whole + 1 : whole;
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

const incomeNames: Record<string, string> = {
  一般公共预算: '一般公共预算财政拨款收入',
  政府性基金: '政府性基金预算财政拨款收入',
  国有资本经营: '国有资本经营预算财政拨款收入',
};
const otherIncomes = { 上级补助: '上级补助收入', 事业: '事业收入', 其他: '其他收入' } as const;

class Printer {
  constructor(
    private readonly accounts: Accounts,
    private readonly layout: Layout,
    private readonly money: (cents: number) => string,
  ) {}

  blocks(): string[] {
    const { incomeBySubject, carryOvers, grants } = this.layout;
    return [
      ...this.income(),
      ...(incomeBySubject ? this.incomeBySubject() : []),
      ...(carryOvers ? this.carryOvers() : []),
      ...(grants ? this.grants() : []),
      ...this.accounts.funds.flatMap((fund) => this.fund(fund)),
      ...this.whole(),
      ...this.basic(),
      ...this.byEconomic('项目支出', '项目'),
      ...this.threePublic(),
      ...this.others(),
      ...this.accounts.projects.flatMap((project) => [
        `  项目 ${project.name} {`,
        `    科目 ${project.code}`,
        ...project.sources.map(([name, amount]) => `    资金 ${name} ${this.money(amount)}`),
        `    全年预算 ${this.money(project.budget)} 执行 ${this.money(project.spent)}`,
        '  }',
      ]),
    ];
  }

  private get lines(): Line[] {
    return this.accounts.funds.flatMap(({ lines }) => lines);
  }

  private fundNamed(name: string): Fund {
    return (
      this.accounts.funds.find((fund) => fund.name === name) ?? { name, lines: [], opening: 0, closing: 0 }
    );
  }

  private get granted(): Fund[] {
    return ['一般公共预算', '政府性基金', '国有资本经营'].map((name) => this.fundNamed(name));
  }

  private ofSource(source: Line['source'], of: (line: Line) => number): number {
    return sum(
      this.fundNamed('其他资金')
        .lines.filter((line) => line.source === source)
        .map(of),
    );
  }

  private income(): string[] {
    const row = (name: string, lines: readonly Line[]) =>
      this.row(name, sum(lines.map(incomeOf)), [['上年', sum(lines.map(({ before }) => before))]]);
    const opening = sum(this.lines.map((line) => line.opening));
    const before = sum(this.lines.map((line) => line.before));
    const income = sum(this.lines.map(incomeOf));
    const others = Object.entries(otherIncomes).map(([source, name]) =>
      row(
        name,
        this.fundNamed('其他资金').lines.filter((line) => line.source === source),
      ),
    );
    return this.block('收入', [
      ...this.granted.map(({ name, lines }) => row(incomeNames[name]!, lines)),
      ...others,
      ...['经营收入', '附属单位上缴收入', '使用非财政拨款结余'].map((name) => row(name, [])),
      this.row('本年收入合计', income, [['上年', before]]),
      this.row('年初结转和结余', opening, [['上年', opening]]),
      this.row('总计', income + opening, [['上年', before + opening]]),
    ]);
  }

  private incomeBySubject(): string[] {
    const rows = [...groupedBy(this.lines, ({ code }) => code)].sort().map(([code, lines]) => {
      const granted = lines.filter((line) => !this.fundNamed('其他资金').lines.includes(line));
      const others = lines.filter((line) => !granted.includes(line));
      const columns = [
        ['财政拨款', sum(granted.map(incomeOf))],
        ...others.map((line) => [line.source, incomeOf(line)]),
      ] as [string, number][];
      return this.row(`${code} ${lines[0]!.name}`, sum(lines.map(incomeOf)), columns);
    });
    const columns = [
      ['财政拨款', sum(this.granted.flatMap(({ lines }) => lines.map(incomeOf)))],
      ...(Object.keys(otherIncomes) as Line['source'][]).map((source) => [
        source,
        this.ofSource(source, incomeOf),
      ]),
    ] as [string, number][];
    return this.block('收入 按科目', [...rows, this.row('合计', sum(this.lines.map(incomeOf)), columns)]);
  }

  private carryOvers(): string[] {
    const row = (name: string, fund: Fund) =>
      `    ${name} 年初 ${this.money(fund.opening)} 年末 ${this.money(fund.closing)}`;
    return this.block('结转结余', [
      row('一般公共预算财政拨款', this.fundNamed('一般公共预算')),
      row('政府性基金预算财政拨款', this.fundNamed('政府性基金')),
      row('国有资本经营预算财政拨款', this.fundNamed('国有资本经营')),
      row('非财政拨款', this.fundNamed('其他资金')),
    ]);
  }

  private grants(): string[] {
    const lines = this.granted.flatMap((fund) => fund.lines);
    const opening = sum(lines.map((line) => line.opening));
    const [income, spent, closing] = [incomeOf, spentOn, (line: Line) => line.closing].map((of) =>
      sum(lines.map(of)),
    ) as [number, number, number];
    return this.block('财政拨款收支', [
      this.row('年初结转和结余', opening),
      this.row('本年收入合计', income),
      this.row('收入总计', income + opening),
      this.row('本年支出合计', spent),
      this.row('年末结转和结余', closing),
      this.row('支出总计', spent + closing),
      this.row('总计', income + opening),
    ]);
  }

  private fund(fund: Fund): string[] {
    const { classes, sections } = this.layout;
    const rows: [string, string][] = fund.lines.map((line) => [line.code, this.line(fund, line)]);
    const level = (length: number) =>
      [...groupedBy(fund.lines, ({ code }) => code.slice(0, length))].map(
        ([code, lines]): [string, string] => [code, this.level(fund, code, lines)],
      );
    const all = [...rows, ...(classes ? level(3) : []), ...(sections ? level(5) : [])].sort();
    return this.block(`支出 ${fund.name}`, [
      ...all.map(([, row]) => row),
      this.level(fund, '合计', fund.lines),
    ]);
  }

  private level(fund: Fund, name: string, lines: readonly Line[]): string {
    return this.row(name, sum(lines.map(spentOn)), this.columns(fund, lines));
  }

  private columns({ name }: Fund, lines: readonly Line[]): [string, number][] {
    const of = (value: (line: Line) => number) => sum(lines.map(value));
    const natures: [string, number][] = [
      ['基本', of(({ spent }) => spent.基本)],
      ['项目', of(({ spent }) => spent.项目)],
    ];
    if (name === '政府性基金')
      return [
        ['年初结转', of((line) => line.opening)],
        ['本年收入', of(incomeOf)],
        ...natures,
        ['年末结转', of((line) => line.closing)],
      ];
    if (name !== '一般公共预算') return natures;
    return [...natures, ['预算', of(({ budget }) => budget)], ['上年', of(({ before }) => before)]];
  }

  private line(fund: Fund, line: Line): string {
    const { lineTotals, detail } = this.layout;
    const columns = this.columns(fund, [line]);
    const row = this.row(`${line.code} ${line.name}`, lineTotals ? spentOn(line) : undefined, columns);
    if (!detail || fund.name !== '一般公共预算') return row;
    const blocks = (['基本', '项目'] as const)
      .filter((nature) => line.detail[nature].size > 0)
      .map((nature) => [
        `      明细 ${nature} {`,
        ...[...line.detail[nature]].map(([code, amount]) => `    ${this.row(named(code), amount)}`),
        '      }',
      ]);
    return [`${row} {`, ...blocks.flat(), '    }'].join('\n');
  }

  private whole(): string[] {
    const spent = sum(this.lines.map(spentOn));
    const closing = sum(this.lines.map((line) => line.closing));
    return this.block('支出', [
      this.row('本年支出合计', spent),
      this.row('结余分配', 0),
      this.row('年末结转和结余', closing),
      this.row('总计', spent + closing),
    ]);
  }

  private basic(): string[] {
    const { economic } = this.accounts;
    const inGroup = (pattern: RegExp) =>
      sum([...economic.基本].filter(([code]) => pattern.test(code)).map(([, amount]) => amount));
    return this.byEconomic('基本支出', '基本', [
      this.row('人员经费', inGroup(/^30[13]/)),
      this.row('公用经费', inGroup(/^(302|310)/)),
    ]);
  }

  private byEconomic(block: string, nature: Nature, more: readonly string[] = []): string[] {
    const all = this.accounts.economic[nature];
    const classes = this.layout.classes
      ? [...groupedBy([...all], ([code]) => code.slice(0, 3))].map(([code, rows]): [string, string] => [
          code,
          this.row(code, sum(rows.map(([, amount]) => amount))),
        ])
      : [];
    const rows = [...all].map(([code, amount]): [string, string] => [code, this.row(named(code), amount)]);
    const total = this.row('合计', sum(all.values()));
    return this.block(block, [...[...rows, ...classes].sort().map(([, row]) => row), ...more, total]);
  }

  private threePublic(): string[] {
    const { abroad, purchase, running, home, foreign } = this.accounts.threePublic;
    const row = (name: string, ...of: (typeof abroad)[]) =>
      this.row(name, sum(of.map(({ amount }) => amount)), [
        ['预算', sum(of.map(({ budget }) => budget))],
        ['上年', sum(of.map(({ before }) => before))],
      ]);
    const count = (amount: number, text: string) => (amount > 0 ? text : '');
    return this.block('三公经费', [
      row('合计', abroad, purchase, running, home, foreign),
      row('因公出国（境）费', abroad) + count(abroad.amount, ' 团组 2 人数 5'),
      row('公务用车购置及运行维护费', purchase, running),
      row('公务用车购置费', purchase) + count(purchase.amount, ' { 购置数量 1 辆 }'),
      row('公务用车运行维护费', running),
      `${row('公务接待费', home, foreign)} {`,
      `      国内 ${this.money(home.amount)}${count(home.amount, ' 21 批次 137 人次')}`,
      `      外事 ${this.money(foreign.amount)}${count(foreign.amount, ' 2 批次 7 人次')}`,
      '    }',
    ]);
  }

  private others(): string[] {
    const { operating, procurement } = this.accounts;
    const { goods, works, services, small, tiny } = procurement;
    return [
      `  机关运行经费 ${this.money(operating.amount)} 上年 ${this.money(operating.before)}`,
      `  政府采购 ${this.money(goods + works + services)} {`,
      this.row('货物', goods),
      this.row('工程', works),
      this.row('服务', services),
      this.row('中小企业', small),
      this.row('小微企业', tiny),
      '  }',
    ];
  }

  private row(name: string, amount?: number, columns: readonly [string, number][] = []): string {
    const figures = columns.map(([measure, one]) => `${measure} ${this.money(one)}`);
    return ['   ', name, ...(amount === undefined ? [] : [this.money(amount)]), ...figures].join(' ');
  }

  private block(head: string, rows: readonly string[]): string[] {
    return [`  ${head} {`, ...rows, '  }'];
  }
}

function named(code: string): string {
  return `${code} ${economicNames.get(code)}`;
}

function groupedBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) if (!groups.get(key(one))?.push(one)) groups.set(key(one), [one]);
  return groups;
}
