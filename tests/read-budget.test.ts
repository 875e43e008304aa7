import { readDocuments } from '@fiscal/read';
import { expect, test } from 'vitest';
import { checkDocument } from './check-document.js';
import { findingsOf, isWrong, loadText, saying } from './check.js';

/** A budget has no template: its tables come in by their titles, columns and codes, and all their figures are planned. */

const tables = `
<h1>示例区文化馆2025年部门预算</h1><p>本预算由馆办公室编制。</p>
<p>2025年部门财务收支预算总表</p><p>编制部门：示例区文化馆　单位：元</p>
<table>
<tr><td colspan="2">本年收入</td><td colspan="2">本年支出</td></tr>
<tr><td>项目</td><td>预算数</td><td>项目</td><td>预算数</td></tr>
<tr><td>一、财政拨款收入</td><td>3000.50</td><td>一、文化旅游体育与传媒支出</td><td>3200.50</td></tr>
<tr><td>1. 一般公共预算资金</td><td>3000.50</td><td></td><td></td></tr>
<tr><td>二、事业收入</td><td>200.00</td><td></td><td></td></tr>
<tr><td>收入总计</td><td>3200.50</td><td>支出总计</td><td>3200.50</td></tr>
</table>
<p>2025年部门支出预算总表</p>
<table>
<tr><td colspan="4">项目</td><td colspan="3">支出预算</td></tr>
<tr><td>类</td><td>款</td><td>项</td><td>功能分类科目名称</td><td>合计</td><td>基本支出</td><td>项目支出</td></tr>
<tr><td>207</td><td></td><td></td><td>文化旅游体育与传媒支出</td><td>3200.50</td><td>3000.50</td><td>200.00</td></tr>
</table>
<p>2025年部门一般公共预算支出功能分类预算表</p><p>单位：元</p>
<table>
<tr><td colspan="4">项目</td><td colspan="3">一般公共预算支出</td></tr>
<tr><td>类</td><td>款</td><td>项</td><td>功能分类科目名称</td><td>合计</td><td>基本支出</td><td>项目支出</td></tr>
<tr><td>207</td><td></td><td></td><td>文化旅游体育与传媒支出</td><td>3000.50</td><td>2900.50</td><td>100.00</td></tr>
<tr><td>207</td><td>01</td><td></td><td>文化和旅游</td><td>3000.50</td><td>2900.50</td><td>100.00</td></tr>
<tr><td>207</td><td>01</td><td>09</td><td>群众文化</td><td>3000.50</td><td>2900.50</td><td>100.00</td></tr>
<tr><td colspan="4">合计</td><td>3000.50</td><td>2900.50</td><td>100.00</td></tr>
</table>
<p>2025年部门一般公共预算基本支出部门预算经济分类预算表</p><p>单位：元</p>
<table>
<tr><td colspan="3">项目</td><td colspan="3">一般公共预算基本支出</td></tr>
<tr><td>类</td><td>款</td><td>经济分类科目名称</td><td>合计</td><td>人员经费</td><td>公用经费</td></tr>
<tr><td>301</td><td></td><td>工资福利支出</td><td>2800.00</td><td>2800.00</td><td></td></tr>
<tr><td>301</td><td>01</td><td>基本工资</td><td>2800.00</td><td>2800.00</td><td></td></tr>
<tr><td>302</td><td></td><td>商品和服务支出</td><td>100.50</td><td></td><td>100.50</td></tr>
<tr><td>302</td><td>01</td><td>办公费</td><td>100.50</td><td></td><td>100.50</td></tr>
<tr><td colspan="3">合计</td><td>2900.50</td><td>2800.00</td><td>100.50</td></tr>
</table>
<p>2025年部门“三公”经费和机关运行经费预算表</p><p>单位：万元</p>
<table>
<tr><td colspan="6">“三公”经费预算数</td><td rowspan="3">机关运行经费预算数</td></tr>
<tr><td rowspan="2">合计</td><td rowspan="2">因公出国（境）费</td><td rowspan="2">公务接待费</td><td colspan="3">公务用车购置及运行费</td></tr>
<tr><td>小计</td><td>购置费</td><td>运行费</td></tr>
<tr><td>0.03</td><td>0.00</td><td>0.01</td><td>0.02</td><td>0.00</td><td>0.02</td><td>0.00</td></tr>
</table>`;

async function readBudget() {
  const bytes = new TextEncoder().encode(tables);
  const done = await readDocuments([{ name: '示例区文化馆-2025预算.html', bytes }]);
  if ('failures' in done) throw new Error(JSON.stringify(done.failures));
  return done;
}

test('every figure is what was planned, in the unit of its own table', async () => {
  const { figures } = (await readBudget()).reading;
  const said = Object.fromEntries(
    figures.flatMap(({ path, said: one }) => ('digits' in one ? [[path.join('.'), Number(one.digits)]] : [])),
  );
  expect(said).toEqual({
    '收入.一般公共预算财政拨款收入.年初预算': 3000.5,
    '收入.事业收入.年初预算': 200,
    '收入.总计.年初预算': 3200.5,
    '支出.一般公共预算.207.年初预算': 3000.5,
    '支出.一般公共预算.20701.年初预算': 3000.5,
    '支出.一般公共预算.2070109.年初预算': 3000.5,
    '支出.一般公共预算.合计.年初预算': 3000.5,
    '基本支出.301.年初预算': 2800,
    '基本支出.30101.年初预算': 2800,
    '基本支出.302.年初预算': 100.5,
    '基本支出.30201.年初预算': 100.5,
    '基本支出.合计.年初预算': 2900.5,
    '三公经费.合计.年初预算': 300,
    '三公经费.因公出国（境）费.年初预算': 0,
    '三公经费.公务接待费.年初预算': 100,
    '三公经费.公务用车购置及运行维护费.年初预算': 200,
    '三公经费.公务用车购置费.年初预算': 0,
    '三公经费.公务用车运行维护费.年初预算': 200,
    '机关运行经费.年初预算': 0,
  });
});

test('what no block holds is said once for each table, with its figures', async () => {
  const { unread } = (await readBudget()).reading;
  const told = unread.map(({ reason, text, within }) => `${within} ${reason}: ${text}`);
  expect(told).toEqual([
    '2025年部门财务收支预算总表 unknown column: 预算数 3200.50 3200.50',
    '2025年部门财务收支预算总表 unknown row: 一、财政拨款收入 3000.50',
    expect.stringContaining('2025年部门支出预算总表 unknown table: 项目 | 支出预算；类 | 款'),
    '2025年部门一般公共预算支出功能分类预算表 unknown column: 基本支出 2900.50 2900.50 2900.50 2900.50；项目支出 100.00 100.00 100.00 100.00',
    '2025年部门一般公共预算基本支出部门预算经济分类预算表 unknown column: 人员经费 2800.00 2800.00 2800.00；公用经费 100.50 100.50 100.50',
  ]);
});

test('what no template has a place for stands in a source that has nothing to be mended in its language', async () => {
  const { source } = await readBudget();
  expect(source).toContain('本预算由馆办公室编制。');
  expect(findingsOf(loadText(source)).filter(({ rule }) => /^[ZD]/.test(rule))).toEqual([]);
});

test('that a budget says of nothing what it came to is no fault', async () => {
  const found = await checkDocument('示例区文化馆-2025预算.html', new TextEncoder().encode(tables));
  expect(found.filter(isWrong).map(saying)).toEqual([]);
});
