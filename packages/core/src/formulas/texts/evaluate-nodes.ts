import type { TextNode } from '../../model/template.js';
import type { Piece } from '../evaluated.js';
import { holds } from '../evaluate.js';
import type { Scope } from '../scope.js';
import { evaluateText } from './evaluate-text.js';
import { openMember, repeatScopes } from './repeat.js';

/** Running text with its choices and repetitions made. */
export function evaluateNodes(nodes: readonly TextNode[], scope: Scope): Piece[] {
  return nodes.flatMap((node) => evaluateNode(node, scope));
}

function evaluateNode(node: TextNode, scope: Scope): Piece[] {
  switch (node.kind) {
    case 'text':
      return evaluateText(node.text, scope);
    case 'choice':
      return evaluateNodes(holds(node.condition, scope) ? node.then : node.otherwise, scope);
    case 'repeat':
      return evaluateRepetition(node, scope);
  }
}

/** 分隔 stands between the members that printed something, 结尾 behind the last of them. */
function evaluateRepetition(node: TextNode & { kind: 'repeat' }, scope: Scope): Piece[] {
  const { separator, ending } = node;
  const scopes = repeatScopes(node, scope);
  const printed = scopes
    .map((inner) => evaluateNodes(node.content, inner))
    .filter((pieces) => pieces.length > 0);
  const open = scopes.length === 0 && openMember(node, scope);
  if (open) printed.push([{ kind: 'figure', figure: open }]);
  if (printed.length === 0) return [];
  const between = separator ? evaluateText(separator, scope) : [];
  const joined = printed.flatMap((pieces, index) => (index > 0 ? [...between, ...pieces] : pieces));
  return ending ? [...joined, ...evaluateText(ending, scope)] : joined;
}
