import type { IToken } from 'chevrotain';
import type { SyntaxProblem } from './parser-messages.js';

/** What was probably meant where a template, or a rule, was written otherwise than the language has it. */
export interface TemplateSlip {
  code: string;
  parameters?: Record<string, string>;
  suggestions?: string[];
}

const kinds = /^(Part|Section|Paragraph|Table|Chart)$/;
const changes = /^(改名|移到|换成|之前|之后|里)$/;
const clauses = /^(级别|依据|当|每|说)$/;
const endsWithTarget = /移到[\s　]*["“][^"”]*["”][\s　]*$/;

/** What the language calls it behind a title of the base. */
const said = new Map([
  ...words('改为 改成 替换 替换成 替换为 换为', '换成'),
  ...words('更名 更名为 改名为 重命名', '改名'),
  ...words('移动到 移至 移动 挪到', '移到'),
  ...words('中 内 里面 下', '里'),
  ...words('前面 前 以前', '之前'),
  ...words('后面 后 以后', '之后'),
]);

function words(otherwise: string, meant: string): [string, string][] {
  return otherwise.split(' ').map((word) => [word, meant]);
}

/** `line`: the one that could not be read; `before`: the one of the token before. */
export function templateSlip(
  { rule, code }: SyntaxProblem,
  found: IToken,
  line: string,
  before: string,
): TemplateSlip | undefined {
  const type = found.tokenType.name;
  if (rule === 'Change' && endsWithTarget.test(before)) return { code: 'no-side' };
  if (changes.test(type) && (kinds.test(rule) || /^[\s　]*(部分|节|段|表|图)[\s　]/.test(line)))
    return { code: 'kind-before-title' };
  if (changes.test(type) && rule === 'Change' && code === 'misplaced-word')
    return { code: 'change-behind-row' };
  if (type === '若' && rule === 'Rule') return { code: 'condition-in-rule' };
  if (type === '不列' && rule === 'Change') return { code: 'omit-in-front' };
  if (/^[\s　]*规则[\s　]+\S+[\s　]+不列/.test(line)) return { code: 'omit-rule-in-front' };
  if (isRuleInDisorder(rule, type, line)) return { code: 'rule-order' };
  if (/^(Change|Omission)$/.test(rule) && said.has(found.image))
    return { code: 'unexpected-token', suggestions: [said.get(found.image)!] };
  if (!/^(Template|Change)$/.test(rule) || type !== 'NAME') return undefined;
  if (/^(删除|删去|去掉|删掉)$/.test(found.image)) return { code: 'unexpected-word', suggestions: ['不列'] };
  const [, name] = new RegExp(`^[\\s　]*(${escaped(found.image)})[\\s　]+${wordsOfChanges}`).exec(line) ?? [];
  return name === undefined ? undefined : { code: 'unquoted-title', parameters: { name } };
}

const wordsOfChanges = '(改名|移到|换成|之前|之后|里)[\\s　]*(["“{｛]|\\S*$)';

function escaped(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** 规则 甲01 "…" 说 "…" 当 …: its clauses have an order. */
function isRuleInDisorder(rule: string, type: string, line: string): boolean {
  if (type === '规则') return /^(TemplateItem|Element|ReportItem|Rule)$/.test(rule);
  return (
    clauses.test(type) && (rule === 'Rule' || /^[\s　]*规则/.test(line) || /^[\s　]*}?[\s　]*说/.test(line))
  );
}
