import { evaluate, type Evaluated, type Origin, type Report, ownFactOf, blocks } from '@fiscal/core';
import { ast, normalizeName } from '@fiscal/language/editor';
import { hasWildcards, isExcluded } from '@fiscal/language/project';
import { AstUtils, GrammarUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { DefinitionProvider } from 'langium/lsp';
import type { DefinitionParams, Location, LocationLink, Position, Range } from 'vscode-languageserver';
import { unitShares } from '../hover/unit-shares.js';
import { scopeOf } from '../hover/expression-hover.js';
import type { FiscalServices, FiscalSharedServices } from '../services.js';
import { expressionAt } from '../syntax/expression-at.js';
import { leafAt, nodeAround } from '../syntax/leaf-at.js';
import type { Examination } from '../workspace/examinations.js';
import { resolveFile } from '../workspace/references.js';
import { filesMatching } from '../workspace/source-set.js';
import { findOccurrences } from './find-occurrences.js';
import { targetOf } from './target.js';

/** Leads from a name to where it is said what it means: a figure, a text, a template, a rule, a file. */
export class FiscalDefinitionProvider implements DefinitionProvider {
  constructor(private readonly services: FiscalServices) {}

  async getDefinition(document: LangiumDocument, { position }: DefinitionParams): Promise<LocationLink[]> {
    const { shared } = this.services;
    const leaf = leafAt(document, position);
    if (!leaf) return [];
    const examination = await shared.fiscal.Examinations.of(document);
    const files = await patternOrigins(leaf, document, shared);
    const origins = files ?? originsOf(leaf, position, document, examination);
    const places = origins.length > 0 ? origins : await declarations(leaf, document, examination, shared);
    const links = places.map(({ uri, range }) => ({
      originSelectionRange: leaf.range,
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    }));
    return shared.fiscal.Client.takesLinks ? links : (places as Location[] as never);
  }
}

function originsOf(
  leaf: LeafCstNode,
  position: Position,
  document: LangiumDocument,
  examination: Examination,
): Origin[] {
  return (
    variableOrigin(leaf, document) ??
    fileOrigin(leaf, document) ??
    formulaOrigins(position, examination) ??
    ruleOrigin(leaf, examination) ??
    templateOrigin(leaf, examination) ??
    projectLineOrigin(leaf, examination) ??
    unitOrigins(leaf, examination) ??
    []
  );
}

/** A figure that units' reports add up to leads to what each of them says. */
function unitOrigins({ range }: LeafCstNode, { places }: Examination): Origin[] | undefined {
  const subject = places.subjectAt(range.start);
  const shares = subject ? unitShares(ownFactOf(subject)) : [];
  return shares.length > 0 ? shares.flatMap(({ place }) => place ?? []) : undefined;
}

/** Where it is declared by the same name. */
async function declarations(
  leaf: LeafCstNode,
  document: LangiumDocument,
  examination: Examination,
  services: FiscalSharedServices,
): Promise<Origin[]> {
  const target = targetOf(leaf, examination);
  const found = target ? await findOccurrences(document, target, services) : [];
  return found
    .filter(({ isDeclaration }) => isDeclaration)
    .map((occurrence) => ({ uri: occurrence.document.uri.toString(), range: occurrence.node.range }));
}

/** A pattern leads to each of the files that it means. */
async function patternOrigins(
  leaf: LeafCstNode,
  { uri }: LangiumDocument,
  { fiscal: { OtherFiles: others, ProjectFiles: projects } }: FiscalSharedServices,
): Promise<Origin[] | undefined> {
  const name = namedFile(leaf);
  if (name === undefined || !hasWildcards(name)) return undefined;
  const base = uri.toString();
  const project = await projects.of(base);
  const found = await filesMatching(base, name, project, (folder) => others.list(folder));
  return found.filter((one) => !isExcluded(one, project)).map((one) => ({ uri: one, range: beginning }));
}

function fileOrigin(leaf: LeafCstNode, { uri }: LangiumDocument): Origin[] | undefined {
  const name = namedFile(leaf);
  const target = name === undefined ? undefined : resolveFile(uri.toString(), name);
  return target === undefined ? undefined : [{ uri: target, range: beginning }];
}

/** The file that a report names where the leaf stands, as written there. */
function namedFile({ astNode, text }: LeafCstNode): string | undefined {
  const name = ast.isReference(astNode)
    ? astNode.file
    : ast.isProperty(astNode) && astNode.key === '科目表'
      ? astNode.value
      : undefined;
  return name === undefined || !/^["“”]/.test(text) ? undefined : normalizeName(name);
}

const start = { line: 0, character: 0 };
const beginning: Range = { start, end: start };

/** A variable leads to the loop, phrase or rule that names it. */
function variableOrigin({ astNode, text }: LeafCstNode, { uri }: LangiumDocument): Origin[] | undefined {
  const path = nodeAround({ astNode } as LeafCstNode, ast.isPath);
  if (!path || path.segments[0] !== astNode) return undefined;
  for (let node = path.$container as typeof astNode | undefined; node; node = node.$container)
    for (const property of ['variable', 'parameter'])
      if ((node as unknown as Record<string, unknown>)[property] === text) {
        const named = GrammarUtils.findNodeForProperty(node.$cstNode, property);
        return named && [{ uri: uri.toString(), range: named.range }];
      }
  return undefined;
}

function formulaOrigins(position: Position, { uri, reports }: Examination): Origin[] | undefined {
  for (const report of reports) {
    const place = expressionAt(report, uri, position);
    if (place?.kind === 'filter') {
      const phrase = report.template?.phrases.get(place.filter.name);
      return phrase && [phrase.origin];
    }
    if (place) return meaningOrigins(report, place);
  }
  return undefined;
}

function meaningOrigins(
  report: Report,
  { path, index }: Extract<ReturnType<typeof expressionAt>, { kind: 'segment' }>,
): Origin[] | undefined {
  const value = evaluate({ ...path, segments: path.segments.slice(0, index + 1) }, scopeOf(report));
  const origin = originOfValue(value);
  return origin && [origin];
}

function originOfValue(value: Evaluated): Origin | undefined {
  switch (value.kind) {
    case 'subject':
      return value.subject.origin ?? ownFactOf(value.subject).statements[0]?.origin;
    case 'figure':
      return value.origin ?? value.fact?.subject.origin;
    case 'text':
      return value.origin;
    default:
      return undefined;
  }
}

function ruleOrigin({ astNode }: LeafCstNode, { reports }: Examination): Origin[] | undefined {
  if (!ast.isSuppression(astNode) && !ast.isSeverityChange(astNode)) return undefined;
  const rules = reports.flatMap((report) => report.rules).filter(({ id }) => id === astNode.rule);
  return rules.length > 0 ? [rules[0]!.origin] : undefined;
}

function templateOrigin({ astNode }: LeafCstNode, { templates }: Examination): Origin[] | undefined {
  const name = ast.isTemplateUse(astNode) ? astNode.name : ast.isTemplate(astNode) ? astNode.base : undefined;
  const template = name === undefined ? undefined : templates.get(normalizeName(name));
  return template && [template.origin];
}

/** 科目 2012604 of a project leads to its line in 支出. */
function projectLineOrigin(leaf: LeafCstNode, { reports }: Examination): Origin[] | undefined {
  const attribute = nodeAround(leaf, ast.isAttribute);
  if (attribute?.attribute !== '科目' || !AstUtils.getContainerOfType(attribute, ast.isProject))
    return undefined;
  const code = normalizeName(attribute.code ?? '');
  const funds = reports.flatMap(({ base }) => [
    ...(base.root.children.get(blocks.expenditure)?.children.values() ?? []),
  ]);
  const lines = funds.flatMap(({ children }) => children.get(code)?.origin ?? []);
  return lines.length > 0 ? lines : undefined;
}
