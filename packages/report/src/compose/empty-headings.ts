import {
  createScope,
  holds,
  openMember,
  repeatScopes,
  type Report,
  type Scope,
  type Template,
  type TemplateNode,
} from '@fiscal/core';

/**
 * Texts that the author has not written and without which a heading of the template has nothing below it: 职责; and
 * 机构设置, where neither units nor offices are listed that would be named instead.
 */
export function missingTexts({ base, template }: Report): string[] {
  if (!template) return [];
  const isMissing = (name: string) => !base.root.texts.has(name);
  const inserted = template.printed?.texts ?? insertedTexts(template);
  if (!inserted.some(isMissing)) return [];
  const scope = createScope(base, () => undefined, { phrases: template.phrases, forPrint: true });
  return [...new Set(template.content.flatMap((node) => textsOfEmpty(node, scope)))].filter(isMissing);
}

/** All texts that a template inserts as they are. */
export function insertedTexts({ content }: Template): string[] {
  return [...new Set(content.flatMap(textsIn))];
}

function textsIn(node: TemplateNode): string[] {
  if (node.kind === 'markdown') return textName(node) ?? [];
  if (node.kind === 'choice') return [...node.then, ...node.otherwise].flatMap(textsIn);
  return 'content' in node ? (node.content as TemplateNode[]).flatMap(textsIn) : [];
}

function textsOfEmpty(node: TemplateNode, scope: Scope): string[] {
  if (node.kind !== 'part' && node.kind !== 'section') return [];
  return prints(node.content, scope)
    ? shownOf(node.content, scope).flatMap((each) => textsOfEmpty(each, scope))
    : shownOf(node.content, scope).flatMap((each) =>
        each.kind === 'markdown' ? (textName(each) ?? []) : [],
      );
}

/** Whether something stands there: a paragraph, a table, another heading, or a text that somebody wrote. */
function prints(nodes: readonly TemplateNode[], scope: Scope): boolean {
  return shownOf(nodes, scope).some((node) => {
    if (node.kind === 'repeat') return repeatScopes(node, scope).length > 0 || openMember(node, scope);
    if (node.kind !== 'markdown') return true;
    const [name] = textName(node) ?? [];
    return name === undefined || scope.base.root.texts.has(name);
  });
}

/** The nodes, of choices those of the way that is taken. */
function shownOf(nodes: readonly TemplateNode[], scope: Scope): TemplateNode[] {
  return nodes.flatMap((node) =>
    node.kind === 'choice'
      ? shownOf(holds(node.condition, scope) ? node.then : node.otherwise, scope)
      : [node],
  );
}

/** 插入 职责 */
function textName({ text }: TemplateNode & { kind: 'markdown' }): [string] | undefined {
  return text.kind === 'path' && text.segments.length === 1 ? [text.segments[0]!.name] : undefined;
}
