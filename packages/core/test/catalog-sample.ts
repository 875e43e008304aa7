import type { CatalogData } from '../src/index.js';

const tabs = (text: string) => text.trim().replace(/ *\| */g, '\t');

/** A dozen lines of the catalogue with every kind of change: renamed, renamed twice, added, withdrawn, replaced. */
export const sampleData: CatalogData = {
  functional: tabs(`
201|一般公共服务支出|report|一般公共预算
20103|政府办公厅（室）及相关机构事务|report|一般公共预算
2010301|行政运行|report|一般公共预算||反映行政单位的基本支出。
20139|社会工作事务|report|一般公共预算
2013901|行政运行|report|一般公共预算
208|社会保障和就业支出|report|一般公共预算
20805|行政事业单位养老支出|report|一般公共预算
2080501|行政单位离退休|report|一般公共预算
213|农林水支出|report|一般公共预算
21305|巩固脱贫攻坚成果衔接乡村振兴|code-in-data|一般公共预算
215|资源勘探工业信息等支出|report|一般公共预算
21508|支持中小企业发展和管理支出|report|一般公共预算
2150805|中小企业发展专项|name-in-report|一般公共预算
2150806|减免房租补贴|recall-only|一般公共预算
230|转移性支出|recall-only|债务/转移性`),
  economic: tabs(`
302|商品和服务支出|report||公用经费
30201|办公费|report||公用经费
30212|因公出国（境）费用|report||公用经费
303|对个人和家庭的补助|report||人员经费
30311|代缴社会保险费|report||人员经费`),
  governmentEconomic: tabs(`
502|机关商品和服务支出|document`),
  revenue: tabs(`
101|税收收入|code-in-data`),
  history: tabs(`
20139|2024||社会工作事务|report
20805|2020|行政事业单位离退休|行政事业单位养老支出|report
2080504|2020|未归口管理的行政单位离退休||report
21305|2023|巩固脱贫衔接乡村振兴|巩固脱贫攻坚成果衔接乡村振兴|recall-only
21305|2022|扶贫|巩固脱贫衔接乡村振兴|recall-only
2300412|2024||自然资源海洋气象等|document|增补
30311|2018|住房公积金||report|改列 30113
30311|2021||代缴社会保险费|recall-only`),
};
