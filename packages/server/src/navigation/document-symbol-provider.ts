import { type FactBase, resolveFact, type Subject } from '@fiscal/core';
import { ast, normalizeName, unquote } from '@fiscal/language/editor';
import type { AstNode, LangiumDocument } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver';
import { factAmount, isKnown } from '../numbers.js';
import type { FiscalServices } from '../services.js';
import { subjectOfBlock } from '../syntax/subject-of-block.js';
import type { Examination } from '../workspace/examinations.js';
import { placesOf } from '../workspace/place-index.js';
import { nameNodeOf } from './target.js';

/** The outline of a file: reports with their blocks and lines, templates with their parts, rules. */
export class FiscalDocumentSymbolProvider implements DocumentSymbolProvider {
  constructor(private readonly services: FiscalServices) {}

  async getSymbols(document: LangiumDocument): Promise<DocumentSymbol[]> {
    const examination = await this.services.shared.fiscal.Examinations.of(document);
    const { elements = [] } = document.parseResult.value as ast.File;
    return elements.flatMap((element) => symbolOf(element, new Outline(examination)));
  }
}

/** What is needed to tell figures beside names. */
class Outline {
  constructor(private readonly examination: Examination) {}

  /** 3,213.28 万元 */
  amountOf(node: AstNode): string | undefined {
    const places = placesOf(this.examination);
    for (const { base } of this.examination.reports) {
      const subject = subjectOfBlock(node, base, places);
      const amount = subject && amountText(subject);
      if (amount) return amount;
    }
    return undefined;
  }

  nameOfCode(code: string): string | undefined {
    const base: FactBase | undefined = this.examination.reports[0]?.base;
    return base?.catalog.find(code.startsWith('3') ? 'economic' : 'functional', code)?.name;
  }
}

function amountText(subject: Subject): string | undefined {
  for (const each of [subject, subject.children.get('合计'), subject.children.get('总计')]) {
    const fact = each?.fact();
    const resolved = fact && resolveFact(fact);
    if (resolved && isKnown(resolved)) return factAmount(fact, resolved.value);
  }
  return undefined;
}

function symbolOf(node: AstNode, outline: Outline): DocumentSymbol[] {
  const described = describe(node, outline);
  if (!described || !node.$cstNode || described.name === '') return [];
  const { range } = node.$cstNode;
  const selectionRange = nameNodeOf(node)?.range ?? firstWord(range, node.$cstNode.text);
  const { name, kind, children = [] } = described;
  const detail = described.detail ?? outline.amountOf(node);
  return [
    {
      name,
      kind,
      range,
      selectionRange,
      ...(detail && { detail }),
      children: grouped(
        children.flatMap((child) => symbolOf(child, outline)),
        outline,
      ),
    },
  ];
}

interface Description {
  name: string;
  kind: SymbolKind;
  detail?: string;
  children?: readonly AstNode[];
}

function describe(node: AstNode, outline: Outline): Description | undefined {
  switch (node.$type) {
    case 'Report':
      return reportSymbol(node as ast.Report);
    case 'Income':
      return block((node as ast.Income).bySubject ? '收入 按科目' : '收入', (node as ast.Income).members);
    case 'Expenditure':
      return block(
        ['支出', (node as ast.Expenditure).fund].join(' ').trim(),
        (node as ast.Expenditure).members,
      );
    case 'EconomicExpenditure': {
      const { kind, fund, members } = node as ast.EconomicExpenditure;
      return block([kind, fund].join(' ').trim(), members);
    }
    case 'ThreePublic':
      return block('三公经费', (node as ast.ThreePublic).members);
    case 'Project':
      return {
        name: `项目 ${plain((node as ast.Project).name)}`,
        kind: SymbolKind.Class,
        children: (node as ast.Project).members,
      };
    case 'Unit':
      return {
        name: `单位 ${plain((node as ast.Unit).name)}`,
        kind: SymbolKind.Module,
        detail: (node as ast.Unit).kind ?? '',
      };
    case 'Item':
    case 'ThreePublicItem':
      return itemSymbol(node as ast.Item);
    case 'Line':
    case 'ExpenditureLine':
      return lineSymbol(node as ast.ExpenditureLine, outline);
    case 'EconomicDetail':
      return block(
        ['明细', (node as ast.EconomicDetail).nature].join(' ').trim(),
        (node as ast.EconomicDetail).members,
      );
    case 'Indicator':
      return {
        name: plain((node as ast.Indicator).names.at(-1)),
        kind: SymbolKind.Event,
        detail: (node as ast.Indicator).names.slice(0, -1).join(' '),
      };
    case 'Glossary':
      return { name: '名词解释', kind: SymbolKind.Namespace };
    default:
      return templateSymbol(node);
  }
}

function templateSymbol(node: AstNode): Description | undefined {
  switch (node.$type) {
    case 'Template':
      return {
        name: `模板 ${plain((node as ast.Template).name)}`,
        kind: SymbolKind.Package,
        children: (node as ast.Template).items,
      };
    case 'Part':
    case 'Section':
      return {
        name: titleOf(node as ast.Section),
        kind: SymbolKind.Namespace,
        children: (node as ast.Section).content,
      };
    case 'Cover':
      return { name: '封面', kind: SymbolKind.Namespace };
    case 'Contents':
      return { name: '目录', kind: SymbolKind.Namespace };
    case 'Settings':
      return { name: '设置', kind: SymbolKind.Namespace };
    case 'Chart':
      return { name: `图 ${titleOf(node as ast.Chart)}`, kind: SymbolKind.Object };
    case 'Table':
      return { name: `表 ${titleOf(node as ast.Table)}`, kind: SymbolKind.Struct };
    case 'Phrase':
      return { name: `短语 ${(node as ast.Phrase).name ?? ''}`, kind: SymbolKind.Function };
    case 'Rule':
      return {
        name: `规则 ${(node as ast.Rule).id ?? ''}`,
        kind: SymbolKind.Operator,
        detail: titleOf(node as ast.Rule),
      };
    case 'Schema':
      return { name: `结构 ${plain((node as ast.Schema).name)}`, kind: SymbolKind.Interface };
    default:
      return undefined;
  }
}

function reportSymbol({ name, year, items }: ast.Report): Description {
  return { name: `${plain(name)} ${year ?? ''}`.trim(), kind: SymbolKind.File, children: items };
}

function block(name: string, children: readonly AstNode[]): Description {
  return { name, kind: SymbolKind.Namespace, children };
}

function itemSymbol({ name, text, members }: ast.Item): Description {
  return { name: plain(name), kind: text ? SymbolKind.String : SymbolKind.Field, children: members };
}

function lineSymbol({ code, name, members }: ast.ExpenditureLine, outline: Outline): Description {
  const number = normalizeName(code ?? '');
  return {
    name: `${number} ${name === undefined ? (outline.nameOfCode(number) ?? '') : plain(name)}`.trim(),
    kind: SymbolKind.EnumMember,
    children: members,
  };
}

/** Lines of one 类 below each other are told together: 201 一般公共服务支出. */
function grouped(symbols: DocumentSymbol[], outline: Outline): DocumentSymbol[] {
  const result: DocumentSymbol[] = [];
  for (const symbol of symbols) {
    const top = /^(\d{3})\d{4} /.exec(symbol.name)?.[1];
    const last = result.at(-1);
    if (top === undefined) result.push(symbol);
    else if (last?.name.startsWith(`${top} `)) {
      last.children!.push(symbol);
      last.range = { start: last.range.start, end: symbol.range.end };
    } else result.push(groupOf(top, symbol, outline));
  }
  return result;
}

function groupOf(code: string, first: DocumentSymbol, outline: Outline): DocumentSymbol {
  return {
    name: `${code} ${outline.nameOfCode(code) ?? ''}`,
    kind: SymbolKind.Enum,
    range: first.range,
    selectionRange: first.selectionRange,
    children: [first],
  };
}

function titleOf({ title }: { title?: ast.Text }): string {
  return unquote(title?.$cstNode?.text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function plain(name: string | undefined): string {
  return normalizeName(name ?? '');
}

function firstWord({ start }: Range, text: string): Range {
  const length = /^\S+/.exec(text)?.[0].length ?? 0;
  return { start, end: { ...start, character: start.character + length } };
}
