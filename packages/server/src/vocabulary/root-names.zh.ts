import { wordTable } from '@fiscal/core';

/** Names that every path may use, for hover and completion. */
export const rootMeanings = wordTable<string>({
  年度: '报告年度',
  名称: '部门全称',
  全称: '部门全称',
  简称: '部门简称，没有写就是全称',
  公开时间: '公开的日期',
  种类: '部门 或 单位',
  货币单位: '全文金额的单位',
  目录: '《政府收支分类科目》：目录.功能分类.类 等',
});
