import { catalogData } from '@fiscal/library';

/** Functional 项 codes and names, economic 款 codes and names, as the catalogue has them. */
const functional = rows(catalogData.functional).filter(
  ([code, name]) => code.length === 7 && /^[\u4e00-\u9fff]+$/.test(name),
);
const economic = rows(catalogData.economic).filter(
  ([code]) => code.length === 5 && code < '30300' && !isSpentUnderItsOwnCode(code),
);

/**
 * A valid report of about so many lines: functional lines, each with economic detail and with its budget,
 * and totals that are stated and right. Money is counted in whole 分 of 万元, so nothing is rounded.
 */
export function generateReport(lineCount) {
  const detailCount = 6;
  const block = detailCount + 2;
  const lines = [];
  let total = 0;
  let all = 0;
  for (let index = 0; lines.length + block < lineCount; index++) {
    const [code, name] = functional[index % functional.length];
    if (index > 0 && index % functional.length === 0)
      lines.push('  }', `  支出 ${funds[index / functional.length]} {`);
    const details = economic
      .slice(index % 20, (index % 20) + detailCount)
      .map((entry, at) => [entry, 101 + 7 * at]);
    const sum = details.reduce((before, [, amount]) => before + amount, 0);
    total += index < functional.length ? sum : 0;
    all += sum;
    lines.push(`    ${code} ${name}  基本 ${money(sum)}  预算 ${money(sum)} { 明细 基本 {`);
    for (const [[detail, title], amount] of details) lines.push(`      ${detail} ${title}  ${money(amount)}`);
    lines.push('    } }');
  }
  return `部门决算 某市某局 2024 {\n  收入 { 一般公共预算财政拨款收入 ${money(total)} 其他收入 ${money(all - total)} }\n  支出 一般公共预算 {\n    合计  ${money(total)}  基本 ${money(total)}\n${lines.join('\n')}\n  }\n}\n`;
}

const funds = ['一般公共预算', '其他资金'];

/** Social insurance and housing, which functional lines of their own have in full, and no other line has. */
function isSpentUnderItsOwnCode(code) {
  return ['30108', '30109', '30110', '30113'].includes(code);
}

function money(cents) {
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

function rows(table) {
  return table.split('\n').map((row) => row.split('\t'));
}
