import { blocks } from '@fiscal/core';
import { ast, normalizeName, unquote } from '@fiscal/language/editor';
import type { AstNode } from 'langium';
import { SymbolKind } from 'vscode-languageserver';
import type { Outline } from './outline.js';

/** How a node is called in an outline. */
export interface Description {
  name: string;
  kind: SymbolKind;
  detail?: string;
  children?: readonly AstNode[];
}

/** What an outline says of a node; undefined when it does not list it. */
export function describe(node: AstNode, outline: Outline): Description | undefined {
  switch (node.$type) {
    case 'Report':
      return reportSymbol(node as ast.Report);
    case 'Income':
      return block(
        (node as ast.Income).bySubject ? `${blocks.income} ${blocks.bySubject}` : blocks.income,
        (node as ast.Income).members,
      );
    case 'Expenditure':
      return block(
        [blocks.expenditure, (node as ast.Expenditure).fund].join(' ').trim(),
        (node as ast.Expenditure).members,
      );
    case 'EconomicExpenditure': {
      const { kind, fund, members } = node as ast.EconomicExpenditure;
      return block([kind, fund].join(' ').trim(), members);
    }
    case 'ThreePublic':
      return block(blocks.threePublic, (node as ast.ThreePublic).members);
    case 'Declaration':
      return block(declaredName(node as ast.Declaration), []);
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
        [blocks.detail, (node as ast.EconomicDetail).nature].join(' ').trim(),
        (node as ast.EconomicDetail).members,
      );
    case 'Indicator':
      return {
        name: plain((node as ast.Indicator).names.at(-1)),
        kind: SymbolKind.Event,
        detail: (node as ast.Indicator).names.slice(0, -1).join(' '),
      };
    case 'Glossary':
      return { name: blocks.glossary, kind: SymbolKind.Namespace };
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
    case 'TableForm':
      return { name: `表样 ${(node as ast.TableForm).name ?? ''}`, kind: SymbolKind.Struct };
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

function declaredName({ block, bySubject, fund }: ast.Declaration): string {
  return [block, bySubject ? blocks.bySubject : fund].join(' ').trim();
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

function titleOf({ title }: { title?: ast.Text }): string {
  return unquote(title?.$cstNode?.text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function plain(name: string | undefined): string {
  return normalizeName(name ?? '');
}
