import { isCounted, isTarget } from '@fiscal/core';
import type { Cell } from './cells.js';
import { displayWidth } from './display-width.js';

/**
 * Where figures stand, in columns of a fixed-width font: the same for every line of a kind, so that a line that is
 * longer, added or gone moves no other. Taken from the reports of the examples: nineteen of twenty labels fit, so does
 * an amount of nine digits, and a line of the classification with two amounts fills the 74 columns of half a screen.
 */
const labelWidths = {
  /** 用途 · 公开时间 · 资金 市级 · 2080505: a word of the language, a code alone. */
  word: 14,
  /** 一般公共预算财政拨款收入: an item. */
  item: 28,
  /** 2080505 机关事业单位基本养老保险缴费支出: a code with its name; an indicator, a unit. */
  line: 40,
} as const;

/** What a line begins with. */
export type LabelKind = keyof typeof labelWidths;

/** Where labels of a kind end at the latest. */
export function labelEnd(kind: LabelKind): number {
  return labelWidths[kind];
}

/** Between what stands in columns. */
export const gap = 2;

const amountWidth = 10;
/** Of persons, batches and points; of targets, and of what is told apart by its unit. */
const countWidth = 5;
/** 预算, 上年, 基本 … and a blank. */
const nameWidth = 5;
/** A word in the place of a figure: 参公事业, 2012604. */
const wordWidth = 8;
/** ≥ and a blank. */
const signWidth = 3;
/** A blank and 批次. */
const unitWidth = 5;

/** The columns that the parts of a figure take, each with the blank that parts it from the next. */
export interface Room {
  name: number;
  sign: number;
  number: number;
  unit: number;
}

/** A bare figure that is the first of a line of the classification stands where one with its measure would. */
export function roomOf({ name, sign, unit, text }: Cell, isFirst: boolean, kind: LabelKind): Room {
  if (name === '' && text !== '') return { name: 0, sign: 0, number: wordWidth, unit: 0 };
  const isCount = isTarget(name) || isCounted(name) || (name === '' && unit !== '' && !isFirst);
  const isNamed = name !== '' || (isFirst && kind === 'line');
  return {
    name: isNamed ? Math.max(nameWidth, displayWidth(name) + 1) : 0,
    sign: sign !== '' || name === '目标' ? signWidth : 0,
    number: isCount ? countWidth : amountWidth,
    unit: unit !== '' || isTarget(name) ? unitWidth : 0,
  };
}
