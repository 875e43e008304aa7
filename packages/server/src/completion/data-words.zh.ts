import {
  attributes,
  basicNature,
  projectNature,
  type LineKind,
  measures,
  wordsOf,
  wordsOffered,
  wordTable,
  blocks,
} from '@fiscal/core';

/** Indicators stand on lines of their own, but are offered behind the head of a project as well. */
const behindHeads = [...measures, ...attributes, { name: blocks.indicators, offered: { project: 70 } }];

/** Which words may stand behind the head of a line, by the line or the block that it stands in. */
export function wordsBehind(kind: LineKind): string[] {
  return wordsOffered(kind, behindHeads);
}

/** Words behind which a figure follows. */
export const beforeFigure: ReadonlySet<string> = new Set(
  measures.filter(({ readBy }) => readBy !== 'MoneySource').flatMap(wordsOf),
);

/** Words that may follow a certain word. */
export const followers = wordTable<readonly string[]>({
  引用: ['上年', blocks.units, '模板', '规则'],
  货币单位: ['万元', '元', '千元', '亿元'],
  等级: ['优', '良', '中', '差'],
  资金: ['市级', '省级', '中央', '县级', '其他'],
  级别: ['错误', '警告', '提示', '说明'],
  [blocks.detail]: [basicNature, projectNature],
  计量: ['辆', '人', '个', '次', '批次', '人次', '台（套）', '%'],
  图: ['柱形', '饼形'],
  段: ['正文', '题名', '副题', '居中', '说明', '条目'],
});

/** Levels of an indicator: the first, and what the second is below it. */
export const indicatorLevels = wordTable<readonly string[]>({
  产出: ['数量', '质量', '时效', '成本'],
  效益: ['经济', '社会', '生态', '可持续影响'],
  满意度: ['服务对象'],
  成本: ['经济成本', '社会成本', '生态环境成本'],
});

export const unitKinds = ['行政', '参公事业', '事业'];

/** What begins at the beginning of a line of a report, and what is offered after the settings. */
export const reportBlocks = [
  '模板',
  '引用',
  blocks.units,
  blocks.income,
  blocks.expenditure,
  blocks.basicExpenditure,
  blocks.projectExpenditure,
  blocks.threePublic,
  blocks.projects,
];
export const afterSettings = [blocks.glossary, '忽略', '规则', '结构'];

/** Settings of a report, once each. */
export const reportSettings = [
  '简称',
  '公开时间',
  '货币单位',
  '小数',
  '百分比小数',
  '取舍',
  '科目年度',
  '科目表',
];

export const templateSettings = wordTable<string>({
  百分比小数: '百分比印几位小数',
  百分比去零: '百分比去掉末尾的零：是、否',
  正文小数: '正文里的金额：去零、原样或者位数',
  正文千分位: '正文里的金额加不加千分位：是、否',
  正文空值: '正文里没有说到的数印成什么；零 表示印成 0',
  正文零值: '正文里的 0：原样（0.00、0.00%）或者 去零（0、0%）',
  表内小数: '表格里的金额：去零、原样或者位数',
  表内千分位: '表格里的金额加不加千分位：是、否',
  表内空值: '表格里没有说到的数印成什么',
  零值: '表格里的 0 印成什么；零 表示照印 0',
  未填: '未填的数印成什么',
  未发生: '未发生印成什么；零 表示印成 0',
  不适用: '不适用印成什么',
  基数为零: '除以零、没有结果的百分比印成什么',
  增长基数为零: '从零增加的，增长率印成什么，如 100.00%；不写时同 基数为零',
  部分编号: '部分的编号，如 第{中文}部分',
  一级编号: '一级节的编号，如 {中文}、',
  二级编号: '二级节的编号，如 （{中文}）',
  三级编号: '三级节的编号，如 {数字}.',
  四级编号: '四级节的编号，如 （{数字}）',
  五级编号: '五级节的编号，如 {数字}）',
  部分另起页: '每一部分从新的一页开始：是、否',
  列表编号: '列表里各段的编号',
  表编号: '目录里表的编号',
  表题编号: '正文的表题前面也印编号：是、否',
  图编号: '图题前面的编号，如 图{数字}：',
  单位标注: '表格上面的单位，如 单位：{单位}',
  附表标注: '有表号的表，单位前面印的话，如 公开部门：{名称}　{年度}年度',
  栏次: '有表号的表，表头下面给各栏编号：是、否',
  行次: '有表号的并排的表，给各行编号：是、否',
  目录层级: '目录列到第几级标题',
  可不写: '报告可以不写的块，如 绩效、支出 政府性基金',
  文档名: '文档的标题，如 {名称}{年度}年度{种类}',
});

/** What may begin in a block of a template, by the kind of the block. */
const nodes = ['节', '段', '列表', '插入', '若', '每', '图', '表', '部分', '封面', '目录'];
const sentences = ['若', '若有', '每', '令', '同义句'];

export const templateWords = wordTable<readonly string[]>({
  Template: ['设置', '短语', '封面', '目录', '部分', '节', '段', '表', '图', '若', '每', '规则', '结构'],
  Cover: nodes,
  Contents: nodes,
  Part: nodes,
  Section: nodes,
  ListNode: nodes,
  NodeChoice: [...nodes, '否则'],
  NodeRepeat: nodes,
  Phrase: sentences,
  Paragraph: sentences,
  TextChoice: [...sentences, '否则'],
  TextRepeat: sentences,
  Note: sentences,
  EmptyStatement: sentences,
  Chart: ['每', '若'],
  PointRepeat: ['每', '若'],
  PointChoice: ['每', '若', '否则'],
  Table: ['列', '列组', '列每', '行', '行每', '合计行', '若', '栏', '照', '注', '空表'],
  TableForm: ['列', '列组', '列每', '行', '行每', '合计行', '若', '栏', '照', '注', '空表'],
  Panel: ['列', '列组', '列每', '行', '行每', '合计行', '若', '照'],
  ColumnGroup: ['列', '列组', '列每'],
  ColumnRepeat: ['列', '列组', '列每'],
  RowRepeat: ['行', '行每', '合计行', '若'],
  RowChoice: ['行', '行每', '合计行', '若', '否则'],
});

/** Words behind which a formula begins. */
export const beforeFormula: ReadonlySet<string> = new Set([
  '若',
  '当',
  '于',
  '插入',
  '=',
  '同',
  '≤',
  '≥',
  '≠',
  '<',
  '>',
  '且',
  '或',
  '非',
  '(',
  '（',
  '+',
  '-',
  '*',
  '/',
  '行',
  '合计行',
]);

export const schemaOptions = ['别名', '计量', '文字', '开放', '每个', '按功能科目', '按经济科目'];
export const ruleWords = ['级别', '依据', '当', '每', '说'];
export const fileWords = ['部门决算', '单位决算', '模板', '规则', '结构'];
