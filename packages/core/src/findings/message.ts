import { pathNames } from '../model/path.js';
import type { Finding, FindingData, MissingPart, Operand } from './finding.js';
import { messageTemplates, rateNames, words } from './messages.zh.js';
import { suspectsText } from './suspect-text.zh.js';
import { blocks } from '../vocabulary/blocks.js';
import { fundTable } from '../vocabulary/funds.js';
import { isMoneyUnit } from '../number/unit.js';
import { amount, decimalsOf, fixed, signedAmount, sumText } from './message-amounts.js';

/** Of more figures than these the first are named. */
const mostNamed = 6;

type Data<Kind extends FindingData['kind']> = Extract<FindingData, { kind: Kind }>;

/** What a finding says to the author: what, expected, actual, difference, and how much of it rounding explains. */
export function messageOf({ data }: Finding): string {
  switch (data.kind) {
    case 'sum':
      return (
        sumMessage(data) + suspectsText(data.suspects) + consequencesText(data.consequences) + said(data)
      );
    case 'same':
      return sameMessage(data) + said(data);
    case 'at-most':
      return atMostMessage(data) + suspectsText(data.suspects) + said(data);
    case 'ratio':
      return ratioMessage(data);
    case 'tails':
      return tailsMessage(data);
    case 'condition':
      return conditionMessage(data);
    case 'name':
      return nameMessage(data);
    case 'code':
      return codeMessage(data);
    case 'not-checked':
      return notCheckedMessage(data);
    case 'message':
      return templateMessage(data) + suggestionsText(data.suggestions);
  }
}

/** What a rule's author says stands behind the figures that are compared. */
function said({ saying }: { saying?: string }): string {
  return saying === undefined ? '' : `${withoutStop(saying)}。`;
}

function withoutStop(saying: string): string {
  return saying.replace(/[。；，：]+$/, '');
}

function sumMessage(data: Data<'sum'>): string {
  const { total, parts, unit, expected, actual } = data;
  const decimals = decimalsOf([...total, ...parts], expected, actual);
  const what = total.map(({ label }) => `「${label}」`).join('、');
  const should = `${amount(expected, decimals, unit)}（${partsText(parts, decimals)}）`;
  if (data.partial)
    return `${what} ${amount(actual, decimals, unit)}，所列各项合计 ${should}，还有 ${amount(data.difference, decimals, unit)}没有列出。`;
  const difference = signedAmount(data.difference, unit, decimals);
  if (total.every(({ derived }) => derived))
    return `${what}两边算得不同：${amount(actual, decimals, unit)} 与 ${should}，差 ${difference}，${roundingText(data)}。`;
  const is = `申报 ${amount(actual, decimals, unit)}`;
  return `${what}应为 ${should}，${is}，差 ${difference}，${roundingText(data)}。`;
}

/** A single part says no more than what is expected: what it was computed from does, or else its name. */
function partsText(parts: readonly Operand[], decimals: number): string {
  const [only, ...others] = parts;
  if (!only || others.length > 0 || only.sign === -1) return sumText(parts, decimals);
  const { sources = [], label, value } = only;
  return sources.length > 1 ? sumText(sources, decimals) : `「${label}」${fixed(value, decimals)}`;
}

function roundingText({ explained, tolerance, unit, allowance }: Data<'sum'>): string {
  if (/^0*\.?0*$/.test(tolerance)) return isMoneyUnit(unit) ? '数据精确到元，不应有差' : '应当相等';
  const error = allowance ? `截断误差 ${rangeText(allowance)}` : `舍入误差 ±${tolerance}`;
  return explained ? `在${error} 之内` : `超出${error}`;
}

/** −0.01 ～ +0.02, the ends excluded. */
function rangeText({ least, most }: NonNullable<Data<'sum'>['allowance']>): string {
  return `${signedAmount(least, '')} ～ ${signedAmount(most, '')}`;
}

function sameMessage({ statements, difference, unit }: Data<'same'>): string {
  const decimals = decimalsOf(statements);
  const [first, second] = statements;
  const gap = `差 ${signedAmount(difference, unit, decimals)}`;
  if (first && second && first.path === second.path && isOneLine(first, second)) {
    const values = [second, first].map(({ value }) => amount(value, decimals, unit)).join(' 和 ');
    return `「${first.label}」在这一行写了两次：${values}，请留下对的一个。`;
  }
  if (first && second && first.path === second.path) {
    const values = statements.map(({ value }) => amount(value, decimals, unit)).join(' 与 ');
    return `「${first.label}」两处不一致：${values}，${gap}。`;
  }
  const told = calledApart(statements);
  const both = statements.map((one) => `${told(one)}${amount(one.value, decimals, unit)}`).join(' 与 ');
  const isTransposed = first && second && statements.length === 2 && areTransposed(first.value, second.value);
  return `${both} 应当一致，${gap}${isTransposed ? '：两个数只是数位颠倒，其中一个抄错了' : ''}。`;
}

/** 「公务接待费」（三公经费）: what stands in several blocks is called by its block too, where its name does not tell. */
function calledApart(operands: readonly Operand[]): (operand: Operand) => string {
  const isApart = new Set(operands.map(({ path }) => wordsOfBlock(path).join(' '))).size > 1;
  return ({ label, path }) => {
    const block = wordsOfBlock(path);
    const isTold = block.every((word) => label.includes(word));
    return `「${label}」${isApart && !isTold ? `（${block.join(' ')}）` : ''}`;
  };
}

/** As it is written before its braces: 收入 按科目, 支出 政府性基金. */
function wordsOfBlock(path: string): string[] {
  const [block, kind] = pathNames(path);
  if (block === undefined) return [];
  return kind !== undefined && kindsOfBlocks.has(kind) ? [block, kind] : [block];
}

const kindsOfBlocks = new Set<string>([blocks.bySubject, ...fundTable.map(({ name }) => name)]);

function isOneLine({ origin: one }: Operand, { origin: other }: Operand): boolean {
  return one?.uri === other?.uri && one?.range.start.line === other?.range.start.line;
}

/** 12.60 and 16.20: two neighbouring digits changed places. */
function areTransposed(first: string, second: string): boolean {
  const [one, other] = [first, second].map((value) => [...value.replace('.', '')]);
  if (first.indexOf('.') !== second.indexOf('.') || one!.length !== other!.length) return false;
  const places = one!.flatMap((digit, at) => (digit === other![at] ? [] : [at]));
  const [left = 0, right = 0] = places;
  return (
    places.length === 2 && right === left + 1 && one![left] === other![right] && one![right] === other![left]
  );
}

function atMostMessage({ parts, whole, difference, unit, explained }: Data<'at-most'>): string {
  const all = [...parts, ...whole];
  const decimals = decimalsOf(all);
  const called = calledApart(all);
  const side = (operands: Operand[]) => {
    const told = operands.map((one) => `${called(one)}${amount(one.value, decimals, one.unit)}`);
    if (told.length <= mostNamed) return told.join(' + ');
    return `${told.slice(0, mostNamed - 1).join(' + ')} + … 等 ${told.length} 项`;
  };
  const rounding = explained ? '，可由舍入解释' : '';
  const isOneKind = all.every((one) => one.unit === unit);
  const excess = isOneKind ? amount(difference, decimals, unit) : fixed(difference, decimals);
  return `${side(parts)} 不应大于 ${side(whole)}，多 ${excess}${rounding}。`;
}

function ratioMessage(data: Data<'ratio'>): string {
  const { ratio, numerator, denominator, form, undefinedRate, explained } = data;
  const name = rateNames[form];
  if (undefinedRate) return `「${denominator.label}」为 0，不能计算「${ratio.label}」，不应写${name}。`;
  const places = decimalsOf([numerator, denominator]);
  const [top, bottom] = [numerator, denominator].map(({ value }) => fixed(value, places));
  const formula = form === 'growth' ? `（${top} − ${bottom}）÷ ${bottom}` : `${top} ÷ ${bottom}`;
  const decimals = Math.max(decimalsOf([ratio]), decimalsOf([], data.expected));
  const rounding = explained ? '，在舍入误差之内' : '';
  const values = `应为 ${fixed(data.expected, decimals)}%（${formula}），申报 ${fixed(data.actual, decimals)}%`;
  return `「${ratio.label}」${values}，差 ${signedAmount(data.difference, '个百分点', decimals)}${rounding}。`;
}

function tailsMessage({ title, tails }: Data<'tails'>): string {
  const isCut = tails.some(({ data }) => data.kind === 'sum' && data.allowance);
  const error = isCut ? '截断误差' : '舍入误差';
  return `「${title}」有 ${tails.length} 处尾差，均在${error}之内：${tails.map(tailText).join('；')}。`;
}

function tailText({ data }: Finding): string {
  if (data.kind !== 'sum') return data.kind === 'at-most' ? `${data.parts[0]?.label}` : '';
  const { total, difference, tolerance, expected, actual, allowance } = data;
  const decimals = decimalsOf(total, expected, actual);
  const label = total.map((operand) => operand.label).join('、');
  const values = `应为 ${fixed(expected, decimals)}，申报 ${fixed(actual, decimals)}`;
  return `${label} ${values}，差 ${signedAmount(difference, '', decimals)}（${allowance ? rangeText(allowance) : `±${tolerance}`}）`;
}

function conditionMessage(data: Data<'condition'>): string {
  const { ofUnits } = data;
  if (!ofUnits) return ownConditionMessage(data);
  const said = ofUnits.said.map((words) => `；${words}`).join('');
  const where = `（这一项由所属单位的报告汇总，本报告里没有：写 ${ofUnits.written}${said}）`;
  return `${withoutStop(ownConditionMessage(data))}${where}。`;
}

function ownConditionMessage({
  title,
  text,
  saying,
  missingText,
  operands,
  member,
}: Data<'condition'>): string {
  if (saying !== undefined) return `${withoutStop(saying)}。`;
  // A formula says less than the rule's title does.
  if (member !== undefined && missingText === undefined && (operands.length === 0 || isFormula(text)))
    return `${title}：「${member}」不符${operandsText(operands)}。`;
  if (missingText === undefined) return `${title}：${text}${operandsText(operands)}。`;
  const [word, ...owners] = [...pathNames(missingText)].reverse();
  return `${title}：请在「${owners.reverse().join(' ')}」后面写 ${word} "…"。`;
}

function isFormula(text: string): boolean {
  return text.startsWith('应满足 ');
}

function notCheckedMessage({ title, missing }: Data<'not-checked'>): string {
  // Two units may lack the same.
  const labels = (meant: (part: MissingPart) => boolean) => [
    ...new Set(missing.filter(meant).map(({ label }) => label)),
  ];
  const open = labels(({ unfilled }) => unfilled);
  const inapplicable = labels((part) => part.inapplicable === true);
  const unwritten = labels((part) => !part.unfilled && !part.inapplicable && !part.unread);
  const unread = labels((part) => part.unread === true);
  const reasons = [
    ...(open.length > 0 ? [`${listed(open)}未填`] : []),
    ...(inapplicable.length > 0 ? [`${listed(inapplicable)}写的是不适用，同它比的数却不是 0`] : []),
    ...(unread.length > 0 ? [`${listed(unread)}里有看不懂的内容`] : []),
    ...(unwritten.length > 0 ? [`没有写${listed(unwritten)}`] : []),
  ];
  return `「${title}」有勾稽关系未检查：${reasons.join('；')}。`;
}

function operandsText(operands: Operand[]): string {
  if (operands.length === 0) return '';
  const decimals = (operand: Operand) => decimalsOf([operand]);
  const [only, ...others] = operands;
  if (only && others.length === 0) return `，现为 ${amount(only.value, decimals(only), only.unit)}`;
  const texts = operands.map(
    (operand) => `${operand.label} ${amount(operand.value, decimals(operand), operand.unit)}`,
  );
  return `，现为 ${listed(texts)}`;
}

function nameMessage({ code, stated, official, confirmed, renamedIn }: Data<'name'>): string {
  const reason = renamedIn ? `（${renamedIn} 年更名）` : '';
  const doubt = confirmed ? '' : '：目录里的名称没有核实过，请与当年的《政府收支分类科目》核对';
  return `科目 ${code} 的名称应为「${official}」${reason}，写的是「${stated}」${doubt}。`;
}

function codeMessage({ code, catalog, suggestions, ownCatalog, named }: Data<'code'>): string {
  const where = ownCatalog ? '本部门的科目表' : (words.get(catalog) ?? '科目目录');
  if (named) {
    const beside = named.isWritten ? '，这一块里已经写了' : '';
    return `${where}里没有 ${code}：「${named.name}」的编码是 ${named.code}${beside}。`;
  }
  const doubt = ownCatalog ? '' : '（目录可能不全，请核对）';
  return `${where}里没有 ${code}${doubt}。${suggestions.length > 0 ? `相近的有：${suggestions.join('、')}。` : ''}`;
}

/** Parameters that are never words of the author: those stay as they are, whatever they look like. */
const programWords = new Set(['expected', 'actual', 'reason', 'advice']);

function templateMessage({ code, parameters }: Data<'message'>): string {
  const template = messageTemplates.get(code);
  if (template === undefined) return [code, ...Object.values(parameters)].join(' ');
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = parameters[name];
    if (value === undefined) return hole;
    return programWords.has(name) ? (words.get(value) ?? value) : value;
  });
}

function suggestionsText(suggestions: readonly string[]): string {
  return suggestions.length > 0 ? `是不是「${suggestions.join('」「')}」？` : '';
}

function consequencesText(consequences: readonly string[]): string {
  return consequences.length > 0 ? `同一原因还影响：${listed([...consequences])}。` : '';
}

function listed(labels: string[]): string {
  return labels.length <= 6 ? labels.join('、') : `${labels.slice(0, 5).join('、')}等 ${labels.length} 项`;
}
