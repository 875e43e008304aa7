import type { Catalog } from '@fiscal/core';
import { departmentWords } from '@fiscal/library';

/** Words of a 款 that say nothing of whose it is. */
const general = /(?:管理|监督)?事务(?:支出)?$|支出$|监管$/;

/** Names of fewer characters are part of many departments' names. */
const shortest = 3;

/** Who is nobody in particular has the lines of a government's own offices. */
const anybody = '20103';

/** The 款 in which a department of that name has its own lines: 21505 for 某市经济和信息化局. */
export function ownHeadings(name: string, catalog: Catalog): ReadonlySet<string> {
  const found = [...byWords(name), ...byHeadings(name, catalog), ...byItems(name, catalog)];
  const longest = Math.max(0, ...found.map(({ length }) => length));
  const own = found.filter(({ length }) => length === longest).map(({ code }) => code);
  return new Set(own.length > 0 ? own : [anybody]);
}

interface Found {
  code: string;
  /** Of the word that tells it: the longer, the surer. */
  length: number;
}

function byWords(name: string): Found[] {
  return departmentWords.flatMap(({ code, words }) =>
    words.filter((word) => name.includes(word)).map((word) => ({ code, length: word.length })),
  );
}

function byHeadings(name: string, catalog: Catalog): Found[] {
  return catalog.list('functional', '款').flatMap(({ code, name: heading }) => {
    const word = heading.replace(general, '');
    return word.length > 1 && name.includes(word) ? [{ code, length: word.length }] : [];
  });
}

/** 图书馆, 档案馆: a unit that is called like a 项. */
function byItems(name: string, catalog: Catalog): Found[] {
  return catalog.list('functional', '项').flatMap(({ code, name: item }) => {
    const isCalledSo = item.length >= shortest && name.includes(item);
    return isCalledSo ? [{ code: code.slice(0, 5), length: item.length }] : [];
  });
}
