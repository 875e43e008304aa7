import type { FactBase } from '../../model/fact-base.js';
import { blocks } from '../../vocabulary/blocks.js';
import type { Finding } from '../../findings/finding.js';
import { newMessage } from '../../findings/new-finding.js';
import type { Passage } from '../../prose/passage.js';

/** Words that are left out or exchanged when a name is typed from memory: 规划与自然资源局 for 规划和自然资源局. */
const joints = /[和与及]/g;

/** Names of fewer characters are too common to be told from others. */
const shortest = 4;

/** The one whose accounts a sentence tells from its start: 示例县图书馆 2023 年度收入 … */
const accountsOf =
  /(?<=^\s*|[。！？]\s*)(?<name>\p{Script=Han}{2,30}(?:[局委办馆院所站队厅部会校园处社]|中心))\s*\d{4}\s*年度(?:部门|单位)?(?:收入|支出|收支|收、支|决算(?!批复|编制|报表|布置|工作)|财政拨款|一般公共预算|“三公”经费|机关运行经费)/gu;

/** D014: texts that call the report's department by a wrong name, or tell the accounts of another one. */
export function* ownNameFindings(passages: readonly Passage[], base: FactBase): Generator<Finding> {
  const names = namesIn(base);
  // 某局 is nobody's name.
  if (names.length === 0) return;
  const joined = names.filter((one) => one.search(joints) > 0).map((own) => ({ own, like: likeName(own) }));
  for (const passage of passages) {
    if (passage.text.includes('年度')) yield* accountsOfOthers(passage, names, base.name);
    for (const { own, like } of joined)
      for (const { index, 0: written } of passage.text.matchAll(like))
        if (!names.includes(written)) yield told(passage, index, written, own);
  }
}

function* accountsOfOthers(passage: Passage, names: readonly string[], own: string): Generator<Finding> {
  for (const { index, groups } of passage.text.matchAll(accountsOf)) {
    const { name = '' } = groups!;
    if (!names.some((one) => isLike(name, one)) && !isGeneral(name)) yield told(passage, index, name, own);
  }
}

/** With or without what stands before it, or short: 市经信局 for 攀枝花市经济和信息化局. */
function isLike(name: string, own: string): boolean {
  if (name.endsWith(own)) return true;
  let at = 0;
  for (const character of own) if (character === name[at]) at += 1;
  return at === name.length;
}

/** The report's name, its short form, and those of its units. */
function namesIn({ name, root, units }: FactBase): string[] {
  const listed = [...(root.children.get(blocks.units)?.children.keys() ?? [])];
  const short = root.attributes.get('简称')?.value;
  const all = [name, ...(short ? [short] : []), ...listed, ...units.map((unit) => unit.name)];
  // 示例县民政局（本级） calls itself 示例县民政局.
  const plain = all.map((one) => one.replace(/[（(]?(?:本级|机关)[）)]?$/, ''));
  return [...new Set([...all, ...plain])].filter((one) => one.length >= shortest);
}

/** 各预算单位, 本部门 */
function isGeneral(name: string): boolean {
  return /^(?:本|我|全|各|该|上述|所属|下属|直属|基层)/.test(name);
}

/** The words of a name, joined by whatever may join them. */
function likeName(own: string): RegExp {
  const words = own.split(joints).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('[和与及、]?'), 'g');
}

function told(passage: Passage, index: number, found: string, own: string): Finding {
  const origin = passage.originOf(index, index + found.length);
  return newMessage('D014', origin, 'name-of-another', { found }, [own]);
}
