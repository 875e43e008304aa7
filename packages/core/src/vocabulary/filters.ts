import { wordTable } from './word-table.js';

/** What a value is, as far as a filter cares: `any` where that depends on what the filter is given. */
export type FilterValue = 'figure' | 'text' | 'truth' | 'list' | 'subject' | 'any';

/**
 * What an argument of a filter is: the name of a measure (上年), a name of something below each member of a list
 * (执行), a unit, digits after the point, or an expression that is worked out.
 */
export type ArgumentKind =
  | 'measure'
  | 'name'
  | 'unit'
  | 'digits'
  | 'text'
  | 'code'
  | 'figure'
  | 'list'
  | 'condition'
  | 'value';

export interface FilterArgument {
  kind: ArgumentKind;
  /** repeated: one or more. */
  use: 'required' | 'optional' | 'repeated';
  /** Words that it may be instead: `小数 原样`. */
  words?: readonly string[];
}

/** One filter of the language: `operand | name argument`. */
export interface FilterEntry {
  takes: FilterValue;
  gives: FilterValue;
  argument?: FilterArgument;
  /** For hover, completion and the manual. */
  meaning: string;
}

/** As many digits as the report declares. */
export const asDeclared = '原样';

/** What the condition of 其中 calls each member of the list. */
export const eachMember = '此';

const table = {
  占比: {
    takes: 'figure',
    gives: 'figure',
    argument: { kind: 'figure', use: 'required' },
    meaning: '左边占右边的百分比',
  },
  增长率: {
    takes: 'figure',
    gives: 'figure',
    argument: { kind: 'measure', use: 'optional' },
    meaning: '比上年增减的百分比；参数可以换成别的计量',
  },
  完成率: {
    takes: 'figure',
    gives: 'figure',
    argument: { kind: 'measure', use: 'optional' },
    meaning: '占年初预算的百分比；参数可以换成别的预算计量',
  },
  差额: {
    takes: 'figure',
    gives: 'figure',
    argument: { kind: 'measure', use: 'optional' },
    meaning: '与上年相差多少，总是正数；参数可以换成别的计量',
  },
  绝对值: { takes: 'figure', gives: 'figure', meaning: '去掉负号' },
  千分位: {
    takes: 'figure',
    gives: 'figure',
    argument: { kind: 'digits', use: 'optional' },
    meaning: '每三位加逗号；参数是小数位',
  },
  小数: {
    takes: 'figure',
    gives: 'figure',
    argument: { kind: 'digits', use: 'required', words: [asDeclared] },
    meaning: '保留几位小数；原样 是报告声明的位数',
  },
  百分比: {
    takes: 'figure',
    gives: 'figure',
    argument: { kind: 'digits', use: 'optional' },
    meaning: '把 0.88 印成 88%；参数是小数位',
  },
  换算: {
    takes: 'figure',
    gives: 'figure',
    argument: { kind: 'unit', use: 'required' },
    meaning: '换成另一种货币单位',
  },
  单位: { takes: 'figure', gives: 'text', meaning: '一个数的单位' },
  带单位: { takes: 'any', gives: 'any', meaning: '印出数和单位' },
  个数: { takes: 'list', gives: 'figure', meaning: '清单有几个' },
  求和: {
    takes: 'list',
    gives: 'figure',
    argument: { kind: 'name', use: 'optional' },
    meaning: '清单相加；参数是计量，不写就是决算',
  },
  含: {
    takes: 'text',
    gives: 'truth',
    argument: { kind: 'text', use: 'required' },
    meaning: '文字里有没有这几个字',
  },
  结尾是: {
    takes: 'text',
    gives: 'truth',
    argument: { kind: 'text', use: 'required' },
    meaning: '文字是不是以这几个字结尾',
  },
  连接: {
    takes: 'list',
    gives: 'text',
    argument: { kind: 'text', use: 'optional' },
    meaning: '把名称连成一句；参数是中间的标点，不写就是顿号',
  },
  首: { takes: 'list', gives: 'any', meaning: '第一个' },
  末: { takes: 'list', gives: 'any', meaning: '最后一个' },
  并: {
    takes: 'list',
    gives: 'list',
    argument: { kind: 'list', use: 'repeated' },
    meaning: '几个清单接成一个',
  },
  排序: {
    takes: 'list',
    gives: 'list',
    argument: { kind: 'name', use: 'optional' },
    meaning: '从大到小；参数是计量',
  },
  其中: {
    takes: 'list',
    gives: 'list',
    argument: { kind: 'condition', use: 'required' },
    meaning: '只要符合条件的；条件写在括号里，此 指清单里的每一个',
  },
  原序: { takes: 'list', gives: 'list', meaning: '按报告里书写的次序（科目清单原来按编码排）' },
  有: { takes: 'any', gives: 'truth', meaning: '有、而且不是零' },
  已填: { takes: 'any', gives: 'truth', meaning: '知道是多少，零也算' },
  是数字: { takes: 'any', gives: 'truth', meaning: '是写了的数，不是文字' },
  未填: { takes: 'any', gives: 'truth', meaning: '写的是未填' },
  待填: { takes: 'any', gives: 'truth', meaning: '自己写了未填，或者由写了未填的数算出' },
  未发生: { takes: 'any', gives: 'truth', meaning: '写的是未发生' },
  不适用: { takes: 'any', gives: 'truth', meaning: '写的是不适用' },
  默认: {
    takes: 'any',
    gives: 'any',
    argument: { kind: 'value', use: 'required' },
    meaning: '没有时换成参数；未填的仍是未填',
  },
  须填: { takes: 'figure', gives: 'figure', meaning: '没有写的印成未填，不印成零' },
  中文: { takes: 'any', gives: 'text', meaning: '整数写成中文' },
  中文数字: { takes: 'any', gives: 'text', meaning: '逐位写成中文' },
  日期: {
    takes: 'text',
    gives: 'text',
    argument: { kind: 'text', use: 'optional' },
    meaning: '写成几年几月几日；参数可以规定样式',
  },
  名称: { takes: 'any', gives: 'any', meaning: '名称；清单则是各个名称' },
  编码: { takes: 'any', gives: 'any', meaning: '科目编码' },
  路径: { takes: 'any', gives: 'text', meaning: '写在报告的哪里' },
  科目: {
    takes: 'subject',
    gives: 'any',
    argument: { kind: 'code', use: 'required' },
    meaning: '取某个编码的科目，没有也不算错',
  },
} satisfies Record<string, FilterEntry>;

export type FilterName = keyof typeof table;

/** The filters of the language by name, in the order in which the manual tells of them. */
export const filters = wordTable<FilterEntry>(table);

/** Names of the filters of the language. */
export const filterNames: readonly string[] = Object.keys(filters);

/** How many arguments a filter takes that takes such ones. */
export function mostArguments(argument: FilterArgument | undefined): number {
  if (!argument) return 0;
  return argument.use === 'repeated' ? Infinity : 1;
}

const readAsWritten: ReadonlySet<ArgumentKind> = new Set<ArgumentKind>(['measure', 'name', 'unit', 'digits']);

/** Whether an argument is read as it is written: 执行 in `项目 | 求和 执行` is nothing that the report says by itself. */
export function isReadAsWritten({ kind }: FilterArgument): boolean {
  return readAsWritten.has(kind);
}
