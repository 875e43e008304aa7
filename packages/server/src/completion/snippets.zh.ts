import { CompletionItemKind } from 'vscode-languageserver';
import type { Suggestion } from './suggestion.js';

interface Snippet {
  label: string;
  detail: string;
  text: string;
}

/** Whole blocks of a report, with places to fill in. */
const blocks: readonly Snippet[] = [
  {
    label: '三公经费',
    detail: '整块：出国、购车、运维、接待、保有量',
    text: `三公经费 {
  因公出国（境）费                \${1:未填}  预算       \${2:未填}  上年       \${3:未填}  团组     \${4:0}  人数     \${5:0}
  公务用车购置费                  \${6:未填}  预算       \${7:未填}  上年       \${8:未填}
  公务用车运行维护费              \${9:未填}  预算       \${10:未填}  上年       \${11:未填}  用途 "\${12:写主要用途}"
  公务接待费                      \${13:未填}  预算       \${14:未填}  上年       \${15:未填} {
    国内                          \${16:未填}  批次  \${17:未填}  人次  \${18:未填}
    外事                             0      0 批次      0 人次
  }
  公务用车保有量 { 轿车 \${19:0} 辆  越野车 \${20:0} 辆  载客汽车 \${21:0} 辆 }
}$0`,
  },
  {
    label: '项目',
    detail: '整块：科目、资金、指标、评价',
    text: `项目 \${1:项目名称} {
  科目           \${2:2010102}  资金 \${3:市级} \${4:未填}  全年预算 \${5:未填}  执行 \${6:未填}
  自评得分          \${7:未填}

  指标 产出 数量 \${8:指标名称}               目标 ≥     \${9:1 项}    完成     \${10:1 项}
  指标 效益 社会 \${11:指标名称}               目标 "\${12:写目标}"       完成 "\${13:写完成情况}"
  指标 满意度 服务对象 服务对象满意度   目标 ≥    \${14:90%}      完成    \${15:95%}

  评价 """
    ## 项目概况

    \${16:写项目概况。}
    """
}$0`,
  },
  {
    label: '收入',
    detail: '整块：按来源',
    text: `收入 {
  一般公共预算财政拨款收入        \${1:未填}  上年       \${2:未填}
  年初结转和结余                  \${3:未填}
  总计                            \${4:未填}  上年       \${5:未填}  原因 "\${6:写收支总计增减的原因}"
}$0`,
  },
  {
    label: '支出',
    detail: '整块：一般公共预算，一行一个项级科目',
    text: `支出 一般公共预算 {
  \${1:2010101} \${2:行政运行}                      基本       \${3:未填}  预算       \${4:未填}
  合计                                             \${5:未填}  上年       \${6:未填}  原因 "\${7:写支出增减的原因}"
}$0`,
  },
  {
    label: '基本支出',
    detail: '整块：人员经费、公用经费',
    text: `基本支出 {
  人员经费                                         \${1:未填} {
    30101 基本工资
    30102 津贴补贴
  }
  公用经费                                         \${2:未填} {
    30201 办公费
  }
}$0`,
  },
  {
    label: '政府采购',
    detail: '整块：货物、工程、服务、中小企业',
    text: `政府采购                          \${1:未填} {
  货物                            \${2:未填}
  工程                            \${3:未填}
  服务                            \${4:未填}
  中小企业                        \${5:未填}
  小微企业                        \${6:未填}
}$0`,
  },
  {
    label: '国有资产',
    detail: '整块：车辆、设备',
    text: `国有资产 {
  车辆 { 其他用车 \${1:0} 辆 }
  设备 { 单价50万元以上通用设备 \${2:0} 台  单价100万元以上专用设备 \${3:0} 台 }
}$0`,
  },
];

export function blockSnippets(): Suggestion[] {
  return blocks.map(snippetSuggestion);
}

/** A line of a project. */
export function indicatorSnippet(): Suggestion {
  return snippetSuggestion({
    label: '指标',
    detail: '整行：目标、完成、分值、得分',
    text: '指标 ${1:产出} ${2:数量} ${3:指标名称}               目标 ≥     ${4:1 项}    完成     ${5:1 项}    分值    ${6:10}  得分    ${7:10}$0',
  });
}

/** A relation of the author's own, in a report or beside it. */
export function ruleSnippet(): Suggestion {
  return snippetSuggestion({
    label: '规则',
    detail: '自己的核对关系',
    text: '规则 ${1:本局01} "${2:写核对什么}" 级别 ${3:警告} {\n  ${4:收入.总计} = ${5:支出.总计}\n}$0',
  });
}

/** A whole report to begin with, in a file that is still empty. */
export function skeletonSnippet(text: string): Suggestion {
  return snippetSuggestion({
    label: '部门决算',
    detail: '整份报告：带说明的骨架',
    text: text.replace(/[\\$}]/g, '\\$&'),
  });
}

function snippetSuggestion({ label, detail, text }: Snippet): Suggestion {
  return {
    label: `${label} …`,
    kind: CompletionItemKind.Snippet,
    keys: [label],
    detail,
    insert: text,
    snippet: true,
    rank: 2,
  };
}
