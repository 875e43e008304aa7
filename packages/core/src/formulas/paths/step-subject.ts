import { isSpokenOf } from '../../knowledge/ask.js';
import type { CatalogLevel } from '../../catalog/catalog.js';
import type { FactBase } from '../../model/fact-base.js';
import type { Subject } from '../../model/subject.js';
import { catalogKindOf } from '../../knowledge/lines.js';
import { knownMeasure, measureNamed } from '../../vocabulary/measures.js';
import { mayBeSaidOf } from '../../vocabulary/said-of.js';
import { total } from '../../vocabulary/totals.js';
import {
  type AbsentSubject,
  attributeValue,
  type Evaluated,
  listValue,
  nameValue,
  subjectValue,
  textValue,
  unwritten,
} from '../evaluated.js';
import { pathNames } from '../../model/path.js';
import { absentFigure, figureOf, isInMissingBlockAt, lackingAt, noteMissingAt } from '../figures.js';
import { isKnownList, isKnownWord } from '../../vocabulary/known-names.js';
import type { Scope } from '../scope.js';
import { evaluateAuthored } from '../texts/evaluate-text.js';
import { absentBelow, absentChild, findChild, isUnwrittenText } from './find-child.js';
import {
  isLevel,
  levelOfLine,
  lineAbove,
  linesDirectlyBelow,
  linesOfLevel,
  lineTree,
} from '../../knowledge/line-tree.js';
import { membersOfSubject, membersWithUnits } from '../../knowledge/members.js';
import { textOfOnlyUnit } from '../../knowledge/text-of-units.js';
import { schemaOf } from '../../knowledge/schema-of.js';
import { blocks } from '../../vocabulary/blocks.js';

/** What a name behind a subject means; undefined when nobody knows the name. */
export function stepSubject(subject: Subject, name: string, scope: Scope): Evaluated | undefined {
  return (
    written(subject, name, scope) ??
    computedMember(subject, name, scope) ??
    attributeOf(subject, name) ??
    (isUnwrittenText(schemaOf(subject), name) ? unwritten : undefined) ??
    absentChild(subject, name) ??
    ofUnitReport(subject, name, scope) ??
    (mayBeSaidOf(subject.names, subject.code, name) ? ofLanguage(subject, name, scope) : undefined) ??
    (isKnownList(name) ? listOfMembers(subject, name) : undefined)
  );
}

/** 项目.指标: those of all projects. */
function listOfMembers(subject: Subject, name: string): Evaluated {
  const lists = membersOfSubject(subject).flatMap((member) => findChild(member, name) ?? []);
  return listValue(lists.flatMap((list) => membersOfSubject(list).map(subjectValue)));
}

/** What a name at the beginning of a path means: nothing that only a part of the report has. */
export function stepReport({ root }: FactBase, name: string, scope: Scope): Evaluated | undefined {
  return (
    written(root, name, scope) ??
    attributeOf(root, name) ??
    (isUnwrittenText(root.base.schema, name) ? unwritten : undefined) ??
    absentChild(root, name)
  );
}

/** What a name behind something absent means. */
export function stepAbsent(absent: AbsentSubject, name: string, scope: Scope): Evaluated | undefined {
  const maySay = mayBeSaidOf(pathNames(absent.path), absent.code, name);
  const measure = maySay ? knownMeasure(name) : undefined;
  return (
    absentMember(absent, name, scope) ??
    (isUnwrittenText(absent.schema, name) ? unwritten : undefined) ??
    absentBelow(absent, name) ??
    (measure === undefined ? undefined : absentFigure(absent, measure, scope)) ??
    (maySay && isKnownWord(name) ? unwritten : undefined) ??
    (isKnownList(name) ? listValue([]) : undefined)
  );
}

/** A text at the head of a block is that of its 合计: 三公经费.原因. */
function written(subject: Subject, name: string, scope: Scope): Evaluated | undefined {
  const text = subject.texts.get(name) ?? subject.children.get(total)?.texts.get(name);
  // What a unit wrote speaks of the unit.
  if (text) return evaluateAuthored(text, { ...scope, base: subject.base });
  const ofUnit = textOfOnlyUnit(subject, name);
  if (ofUnit) return evaluateAuthored(ofUnit.text, { ...scope, base: ofUnit.subject.base });
  const child = findChild(subject, name);
  if (child) return subjectValue(child);
  const measure = measureNamed(name);
  if (isSpokenOf(subject, measure)) return figureOf(subject, measure, scope);
  return undefined;
}

/** 单位.信息中心.收入: what the unit's own report says, where it is at hand. */
function ofUnitReport(
  { parent, path, base, label }: Subject,
  name: string,
  scope: Scope,
): Evaluated | undefined {
  if (parent?.parent !== base.root || parent.name !== blocks.units) return undefined;
  const report = base.units.find((unit) => unit.name === label);
  return report ? stepReport(report, name, scope) : absentBelow({ base, path, schema: base.schema }, name);
}

/** After the computed members: the name of a line is the official one, not the one the author wrote. */
function attributeOf({ attributes }: Subject, name: string): Evaluated | undefined {
  const attribute = attributes.get(name);
  return attribute && attributeValue(attribute);
}

/** What nobody wrote of it, but might. A measure still has its unit: 批次 is no money. */
function ofLanguage(subject: Subject, name: string, scope: Scope): Evaluated | undefined {
  const measure = knownMeasure(name);
  if (measure !== undefined) return figureOf(subject, measure, scope);
  return isKnownWord(name) ? unwritten : undefined;
}

function computedMember(subject: Subject, name: string, scope: Scope): Evaluated | undefined {
  if (isListMember(name)) noteMissingAt(subject.base, subject.names, scope);
  switch (name) {
    case '编码':
      return textValue(subject.code ?? '');
    case '名称':
      return nameValue(subject);
    case '规范名称':
      return textValue(officialName(subject));
    case '层级':
      return textValue((subject.code && levelOfLine(subject.code)) ?? '');
    case '解释':
      return textValue(explanationOf(subject));
    case '上级':
      return subject.parent?.parent ? subjectValue(subject.parent) : unwritten;
    case '下级':
      return linesOfBlock(subject, below(subject), scope);
    case '科目树':
      return linesOfBlock(subject, lineTree(subject), scope);
    default:
      return isLevel(name) ? linesNamed(subject, name, scope) : undefined;
  }
}

/** What the catalogue calls a line, whatever the author wrote; of anything else its name. */
function officialName({ base, code, label }: Subject): string {
  return (code && base.catalog.find(catalogKindOf(code), code)?.name) ?? label;
}

/** What the catalogue says of a line; '' for anything else. */
function explanationOf({ base, code }: Subject): string {
  return (code && base.catalog.find(catalogKindOf(code), code)?.explanation) ?? '';
}

function below(subject: Subject): readonly Subject[] {
  const lines = linesDirectlyBelow(subject);
  return lines.length > 0 ? lines : membersWithUnits(subject);
}

function linesNamed(subject: Subject, level: CatalogLevel, scope: Scope): Evaluated {
  const above = lineAbove(subject, level);
  return above ? subjectValue(above) : linesOfBlock(subject, linesOfLevel(subject, level), scope);
}

function linesOfBlock({ base, names }: Subject, lines: readonly Subject[], scope: Scope): Evaluated {
  const lacking = lackingAt(base, names, scope);
  // Of a department one unit of which does not say: there may be any other lines, and no figure of these is known.
  const known = isInMissingBlockAt(base, names, scope) ? [] : lines;
  return listValue(known.map(subjectValue), lacking);
}

function absentMember(
  { name, code, base, path }: AbsentSubject,
  member: string,
  scope: Scope,
): Evaluated | undefined {
  if (isListMember(member)) noteMissingAt(base, pathNames(path), scope);
  if (member === '编码') return textValue(code ?? '');
  if (member === '名称' || member === '规范名称')
    return textValue((code && base.catalog.find('functional', code)?.name) ?? name);
  if (member === '层级') return textValue((code && levelOfLine(code)) ?? '');
  if (member === '解释')
    return textValue((code && base.catalog.find(catalogKindOf(code), code)?.explanation) ?? '');
  if (member === '上级') return unwritten;
  return isListMember(member) ? listValue([], lackingAt(base, pathNames(path), scope)) : undefined;
}

function isListMember(name: string): boolean {
  return name === '下级' || name === '科目树' || isLevel(name);
}
