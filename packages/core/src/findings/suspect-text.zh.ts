import type { Suspect, SuspectKind } from './finding.js';
import { decimalsOf, fixed } from './message-amounts.js';

/** What may have happened to a figure; {right} stands for what it would have to be. */
const slips: Record<SuspectKind, string> = {
  sign: '写错正负号（{right}）',
  transposed: '数位颠倒（{right}）',
  'ten-times': '大了十倍（{right}）',
  'a-tenth': '小了十倍（{right}）',
  superfluous: '多写，或者没有计入合计',
  twice: '漏写一笔同样的数，或者计入合计两次',
  missing: '漏写（{right}）',
  alone: '写错（{right}）',
};

/** 可能是「30106 伙食补助费」7.30 数位颠倒（3.70）。 What shows no slip is only pointed at. */
export function suspectsText(suspects: readonly Suspect[] = []): string {
  const told = suspects.filter(({ kind }) => kind !== 'alone');
  return told.length > 0 ? `可能是${told.map(suspectText).join('，或者')}。` : '';
}

export function suspectText({ kind, operand, corrected }: Suspect): string {
  const decimals = decimalsOf([operand], corrected);
  const slip = slips[kind].replace('{right}', fixed(corrected, decimals));
  const value = kind === 'missing' ? '' : `${fixed(operand.value, decimals)} `;
  return `「${operand.label}」${value}${slip}`;
}
