/** Units that count; those of money are in `number/unit`. */
export const countingUnits: readonly string[] = (
  '辆 台 套 台（套） 台套 个 项 次 批次 人 人次 名 户 家 家次 条 场 期 份 件 天 日 月 年 ' +
  '平方米 亩 公里 吨 分 分钟 小时 百分点 倍 批 处 座 宗 篇 册 户次 人天 部 种 本 万人 万户 幅 株 头 只 所'
).split(' ');
