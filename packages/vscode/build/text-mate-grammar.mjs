/**
 * The TextMate grammar, put together from the words of the language. It mirrors what the lexer does with words
 * (packages/language/src/lexer/contextual-words.ts): a word is a keyword unless its surroundings make it a name.
 * The editor shows it at once; the language server's semantic tokens then refine it.
 */
import { attributes, isUnitOfItself, measures, wordsOffered } from '@fiscal/core';
import { allKeywords, wordsOf } from './keywords.mjs';

// ---- pieces of expressions (Oniguruma)

const letter = '\\x{4e00}-\\x{9fff}\\x{3400}-\\x{4dbf}\\x{f900}-\\x{faff}\\x{20000}-\\x{3ffff}〇A-Za-z_';
const digit = '0-9０-９';
const titled = '《[^《》\\s【】]*》';
const pair = `（[^（）\\s【】]*）|\\([^()\\s【】]*\\)|“[^”\\s]*”|${titled}`;
const name = `(?:(?:“[^”\\s]*”)?[${letter}]|${titled})(?:[${letter}${digit}·—–]|${pair})*`;
const wordEnd = `(?![${letter}${digit}·—–]|${pair})`;
const blank = '[ \\t\\x{3000}，、；：,;:]';
const number = `(?:[${digit}]{1,3}(?:[,，][${digit}]{3})+(?![${digit}])|[${digit}]+)(?:[.．][${digit}]+)?`;
const date = `[${digit}]{4}(?:-[0-9]{1,2}-[0-9]{1,2}|年[${digit}]{1,2}月[${digit}]{1,2}日)`;
const quoted = '"[^"\\n]*"|[“”][^“”\\n]*[“”]';
const fence = '["“”]{3}';
/** Before these a word begins a path or is bound: 收入.总计, 行 科目 = 支出.合计. */
const beforePath = `(?!${blank}*(?:[.．|｜≠<＜≤≦>＞≥≧+＋*＊×÷】)=＝]|/(?![/*])|!=|！＝|同${wordEnd}))`;
const comparison = '≠|!=|！＝|≤|<=|＜＝|≦|>=|＞＝|[≥≧]|[<＜>＞=＝]';
const units =
  '台（套）|百分点|平方米|千元|万元|亿元|台套|批次|人次|家次|户次|人天|公里|分钟|小时|万人|万户|[元辆台套个项次人名户家条场期份件天日月年亩吨分倍批处座宗篇册部种本幅株头只所]';
/** Written close to its number any word of up to four letters is a unit: 20万页. */
const unit = `(?:${units})${wordEnd}|[%％‰]`;
const closeUnit = `(?!${anyOf(allKeywords)}${wordEnd})[${letter}]{1,4}${wordEnd}`;
const code = `[${digit}]{3,9}(?![${digit}.．]|[,，][${digit}])`;
/** In the middle of a line only whole levels of the classification are codes: 类 款 项. */
const laterCode = `(?:[${digit}]{7}|[${digit}]{5}|[${digit}]{3})(?![${digit}.．]|[,，][${digit}])`;
const notKeyword = `(?!${anyOf(allKeywords)}${wordEnd})`;

function anyOf(words) {
  const longestFirst = [...words].sort((left, right) => right.length - left.length);
  return `(?:${longestFirst.join('|')})`;
}

/** 目标 and 完成, behind which a sign of comparison may stand. */
const targets = measures.filter(({ readBy }) => readBy === 'Target').map(({ name }) => name);
/** 批次 and 人次, which are units as well. */
const countUnits = wordsOf('measure').filter(isUnitOfItself);

// ---- rules

function keyword(scope, words, follow = beforePath) {
  return { name: `${scope}.fiscal`, match: anyOf(words) + wordEnd + follow };
}

/** A rule whose groups have scopes, in their order. */
function parts(match, ...scopes) {
  const captures = scopes.map((scope, index) => [
    index + 1,
    typeof scope === 'string' ? { name: `${scope}.fiscal` } : scope,
  ]);
  return { match, captures: Object.fromEntries(captures) };
}

/** A group that is read by other rules. */
function read(...rules) {
  return { patterns: rules.map((rule) => ({ include: `#${rule}` })) };
}

const control = 'keyword.control';
const title = 'entity.name.type';

const repository = {
  comments: {
    patterns: [
      { name: 'comment.line.double-slash.fiscal', match: '//.*$' },
      { name: 'comment.block.fiscal', begin: '/\\*', end: '\\*/' },
    ],
  },
  texts: {
    patterns: [
      {
        name: 'string.quoted.triple.fiscal',
        contentName: 'meta.text-block.fiscal',
        begin: `${fence}(?=[ \\t\\x{3000}]*$)`,
        end: `^[ \\t\\x{3000}]*${fence}`,
        patterns: [{ include: '#holes' }, { include: '#markdown' }],
      },
      {
        name: 'string.quoted.triple.fiscal',
        begin: fence,
        end: `${fence}|$`,
        patterns: [{ include: '#holes' }],
      },
      {
        name: 'string.quoted.double.fiscal',
        begin: '"',
        end: '"|$',
        patterns: [{ include: '#holes' }, { include: '#escapes' }],
      },
      {
        name: 'string.quoted.double.fiscal',
        begin: `“(?![^”\\s]*”[${letter}])|”`,
        end: '”|$',
        patterns: [{ include: '#holes' }, { include: '#escapes' }, { include: '#innerQuotes' }],
      },
    ],
  },
  innerQuotes: { begin: '“', end: '”|$', patterns: [{ include: '#holes' }, { include: '#innerQuotes' }] },
  escapes: { name: 'constant.character.escape.fiscal', match: '\\\\.' },
  holes: {
    patterns: [
      { name: 'constant.character.escape.fiscal', match: '\\\\【' },
      {
        name: 'meta.embedded.hole.fiscal',
        begin: '【(?=[^【\\n]*】)',
        end: '】',
        beginCaptures: { 0: { name: 'punctuation.section.embedded.begin.fiscal' } },
        endCaptures: { 0: { name: 'punctuation.section.embedded.end.fiscal' } },
        patterns: [{ include: '#expression' }],
      },
    ],
  },
  markdown: {
    patterns: [
      { name: 'markup.heading.fiscal', match: '^\\s*#{1,6}[ \\t].*$' },
      { name: 'markup.bold.fiscal', match: '\\*\\*[^*\\n]+\\*\\*' },
      { name: 'markup.inline.raw.fiscal', match: '`[^`\\n]+`' },
      parts('^\\s*([-*+]|[0-9]+[.)])(?=[ \\t])', 'punctuation.definition.list.begin.markup'),
      parts('^\\s*(>)', 'punctuation.definition.quote.begin.markup'),
    ],
  },
  expression: {
    patterns: [
      { include: '#texts' },
      keyword('keyword.operator.logical', ['且', '或', '非', '属于'], ''),
      parts(`([|｜])${blank}*(${name})`, 'keyword.operator.pipe', 'entity.name.function.filter'),
      { include: '#paths' },
      { include: '#figures' },
      { include: '#operators' },
    ],
  },
  paths: {
    name: 'variable.other.path.fiscal',
    match: `(?:${name})(?:[ \\t]*[.．][ \\t]*(?:${name}|${quoted}|[${digit}]+))*`,
  },
  operators: {
    patterns: [
      { name: 'keyword.operator.comparison.fiscal', match: comparison },
      { name: 'keyword.operator.arithmetic.fiscal', match: '[-－−+＋*＊×/÷]' },
      { name: 'keyword.operator.pipe.fiscal', match: '[|｜]' },
      { name: 'punctuation.section.parens.fiscal', match: '[()（）]' },
    ],
  },
  /** A word behind one of these can only be a name. */
  operands: {
    patterns: [
      parts(
        `(${anyOf(['列每', '行每', '每'])})${blank}+(${name})`,
        'keyword.control.flow',
        'variable.parameter',
      ),
      parts(
        `(${anyOf(['于', '若', '当'])})${wordEnd}${blank}+(?!非)(${name}(?:[.．](?:${name}|${quoted}|[${digit}]+))*)`,
        'keyword.control.flow',
        'variable.other.path',
      ),
      parts(
        `(${anyOf(['且', '或', '非'])})${wordEnd}${blank}+(?!非)(${name}(?:[.．](?:${name}|${quoted}|[${digit}]+))*)`,
        'keyword.operator.logical',
        'variable.other.path',
      ),
      parts(
        `(同)${wordEnd}${blank}+(${name}(?:[.．](?:${name}|${quoted}|[${digit}]+))*)`,
        'keyword.operator.logical',
        'variable.other.path',
      ),
      parts(`([|｜])${blank}*(${name})`, 'keyword.operator.pipe', 'entity.name.function.filter'),
      parts(
        `(${comparison}|[-－−+＋*＊×/÷(])${blank}*(?!非${wordEnd})(${name}(?:[.．](?:${name}|${quoted}|[${digit}]+))*)`,
        'keyword.operator',
        'variable.other.path',
      ),
    ],
  },
  heads: {
    patterns: [
      parts(
        `(部门决算|单位决算)${blank}+(${name}|${quoted})${blank}+([${digit}]+)[ \\t]*(年度?)?`,
        control,
        title,
        'constant.numeric',
        'keyword.other.unit',
      ),
      parts(
        `(模板)${blank}+(${name}|${quoted})(?:${blank}+(改自)${blank}+(${name}))?`,
        control,
        title,
        control,
        'entity.other.inherited-class',
      ),
      parts(
        `^[ \\t\\x{3000}]*(单位)${blank}+(${name}|${quoted})(?:${blank}+${notPerson()}(${name}))?`,
        control,
        title,
        'constant.language.kind',
      ),
      parts(
        `(?:^[ \\t\\x{3000}]*|(?<=[{}｛｝])[ \\t\\x{3000}]*)(项目|支出)${blank}+(${name}|${quoted})`,
        control,
        title,
      ),
      parts(
        `(指标)${blank}+(${name}|${quoted})(?:${blank}+(${name}|${quoted}))?(?:${blank}+(${notKeyword}(?:${name})|${quoted}))?`,
        control,
        'constant.other.level',
        'constant.other.level',
        title,
      ),
      parts(`(资金)${blank}+(${name})`, 'keyword.other.measure', 'constant.other.source'),
      parts(`(引用)${blank}+(上年|单位)`, control, control),
      parts(`(忽略|规则)${blank}+(${name})`, control, 'variable.other.constant.rule'),
      parts(`(级别)${blank}+(${name})`, 'keyword.other.rule', 'constant.language.severity'),
      parts(
        `(短语)${blank}+(${name})${blank}+(${name})`,
        'keyword.control.template',
        'entity.name.function.filter',
        'variable.parameter',
      ),
      parts(`(表样|照)${blank}+(${name})`, 'keyword.control.template', 'entity.name.function.filter'),
      parts(`(结构)${blank}+(${name}|${quoted})`, control, title),
      parts(`(不列)${blank}+(${code})`, control, 'variable.other.constant.code'),
    ],
  },
  /** 2011101 行政运行 基本 5.43 · { 30101 基本工资  30102 津贴补贴 } */
  lines: {
    begin: `(?:^[ \\t\\x{3000}]*|(?<=[{｛])[ \\t\\x{3000}]*)(${code})(?!${blank}*(?:${unit}))(?=${blank}|[\\r\\n{}｛｝]|$)`,
    end: '(?=[{}｛｝])|$',
    beginCaptures: { 1: { name: 'variable.other.constant.code.fiscal' } },
    patterns: [
      {
        name: 'variable.other.constant.code.fiscal',
        match: `(?<=[ \\t\\x{3000}])${laterCode}(?=[ \\t\\x{3000}]+${notKeyword}(?!(?:${units})${wordEnd})(?:${name}))`,
      },
      { include: '$self' },
    ],
  },
  figures: {
    patterns: [
      { name: 'constant.numeric.date.fiscal', match: date },
      parts(
        `(${targets.join('|')})${wordEnd}${blank}*(${comparison})?[ \\t]*([-－−]?(?:${number}))[ \\t]*((?:${countUnits.join('|')})${wordEnd}|${notKeyword}(?:${name})|[%％‰])?`,
        'keyword.other.measure',
        'keyword.operator.comparison',
        'constant.numeric',
        'keyword.other.unit',
      ),
      // 批次 21 人次 137: the 21 already has its measure, so 人次 begins the next one.
      ...countUnits.map((word) =>
        parts(
          `(${word})${wordEnd}${blank}+(${number})(?!${blank}*${word})`,
          'keyword.other.measure',
          'constant.numeric',
        ),
      ),
      parts(
        `([-－−]?(?:${number}))(?:[ \\t]*(${unit})|(${closeUnit}))?`,
        'constant.numeric',
        'keyword.other.unit',
        'keyword.other.unit',
      ),
    ],
  },
  words: {
    patterns: [
      keyword('constant.language.state', wordsOf('state')),
      keyword('keyword.other.measure', targets, ''),
      keyword('keyword.other.schema', ['文字', '数字'], ''),
      keyword('keyword.operator.logical', wordsOf('logic')),
      keyword('keyword.control.flow', wordsOf('flow')),
      keyword('keyword.other.setting', wordsOf('setting')),
      keyword('keyword.other.attribute', wordsOf('attribute')),
      keyword('keyword.other.rule', wordsOf('rule')),
      keyword('keyword.other.schema', wordsOf('schema')),
      keyword('keyword.control.template', wordsOf('template', 'table')),
      // 项目 3.00 is the measure, 项目 某工作经费 { … } the block: told apart above.
      parts(`(项目)${wordEnd}(?=${blank}*(?:[-－−${digit}]|未填|未发生|不适用))`, 'keyword.other.measure'),
      keyword('keyword.other.measure', wordsOf('measure')),
      keyword(control, wordsOf('block')),
    ],
  },
  braces: { name: 'punctuation.section.block.fiscal', match: '[{}｛｝]' },
};

/** A word that says how many people a unit has, not what kind of unit it is. */
function notPerson() {
  return `(?!${anyOf(wordsOffered('unit', [...measures, ...attributes]))}${wordEnd})`;
}

export const textMateGrammar = {
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  name: 'Fiscal',
  scopeName: 'source.fiscal',
  fileTypes: ['fiscal'],
  ...read(
    'comments',
    'heads',
    'texts',
    'lines',
    'operands',
    'figures',
    'words',
    'paths',
    'operators',
    'braces',
  ),
  repository,
};
