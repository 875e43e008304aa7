import type { ResolvedState, Severity } from '@fiscal/core';

/** Everything that the command line says to its user, besides `--help` and the findings themselves. */
export const messages = {
  severity: { error: '错误', warning: '警告', information: '提示', hint: '说明' } as Record<Severity, string>,
  place: (path: string, line: number, column: number) => `${path}:${line}:${column}`,
  placeInFile: (line: number, column: number) => `${line}:${column}`,
  andSoOn: (count: number) => `…… 共 ${count} 项`,
  derived: '推算',
  unfilled: '未填',
  inapplicable: '不适用',
  untilLine: (line: number) => `（到第 ${line} 行）`,

  summary: (files: number, counts: { errors: number; warnings: number; tails: number; notChecked: number }) =>
    `${files} 个文件：${counts.errors} 个错误，${counts.warnings} 个警告，` +
    `${counts.tails} 条尾差说明，${counts.notChecked} 项未检查`,
  unfilledFigures: (count: number) => `，${count} 个数未填`,
  otherNotes: (count: number) => `，${count} 条其他提示`,
  hidden: (count: number) => `（另有 ${count} 条级别较低，没有列出）`,

  knownBefore: (count: number) => `（另有 ${count} 条在基线里，不计）`,
  mended: (count: number) => `已修正 ${count} 处有把握的问题`,
  summaryTitle: '决算报告检查',
  notes: (count: number) => `尾差、未检查等 ${count} 条说明`,
  findingColumns: ['位置', '级别', '规则', '内容'] as const,
  baselineWritten: (path: string, count: number) => `基线写入 ${path}：${count} 条`,
  baselineGone: (count: number) => `基线里有 ${count} 条已经不再出现，可以用 --write-baseline 重写`,
  badBaseline: (path: string) => `不是基线文件，或者写坏了：${path}`,
  badCount: (flag: string, value: string) => `${flag} 后面要写一个不小于 0 的整数，写的是：${value}`,
  suppressionStates: {
    used: '忽略',
    unused: '忽略，没有用到',
    expired: '忽略，过期',
    unknown: '没有这条规则',
    error: '改为错误',
    warning: '改为警告',
    information: '改为提示',
    hint: '改为说明',
    off: '不查',
  },
  changedSeverities: (count: number) => `有 ${count} 条规则改了级别或者不查，见 fiscal suppressions`,
  suppressionCount: (count: number) => `共 ${count} 条`,
  until: (day: string) => `（至 ${day}）`,

  internalError: (stack: string) => `fiscal: 内部错误，这是 fiscal 的缺陷，请连同下面几行报告：\n${stack}\n`,
  notExamined: (path: string, stack: string) =>
    `fiscal: ${path} 没能检查完，这是 fiscal 的缺陷，请把文件连同下面几行一起报告：\n${stack}\n`,

  // Input
  noSuchFile: (path: string) => `没有这个文件：${path}`,
  noMatch: (pattern: string) => `没有 .fiscal 文件与通配符相符：${pattern}`,
  emptyDirectory: (path: string) => `文件夹里没有 .fiscal 文件：${path}`,
  isDirectory: (path: string) => `这里要一个文件，给的是文件夹：${path}`,
  notRegular: (path: string) => `不是普通文件：${path}`,
  tooLarge: (path: string) => `文件太大（超过 20 MB）：${path}`,
  cannotRead: (path: string, reason: string) => `读不了 ${path}：${reason}`,
  utf16: (path: string) => `文件是 UTF-16 编码，请另存为 UTF-8：${path}`,
  gbk: (path: string, byte: number) =>
    `文件看来是 GBK 编码（第 ${byte} 个字节起不是 UTF-8），请另存为 UTF-8：${path}`,
  notUtf8: (path: string, byte: number) => `文件不是 UTF-8 编码（第 ${byte} 个字节起无法解读）：${path}`,
  notText: (path: string, byte: number) => `不是文本文件（第 ${byte} 个字节为 0）：${path}`,
  unknownRule: (id: string, near: string[]) =>
    `没有规则 ${id}${near.length > 0 ? `，相近的有：${near.join('、')}` : ''}。fiscal rules 列出全部规则`,
  builtIn: '系统',
  noReport: (path: string) => `文件里没有报告：${path}`,
  noContent: (path: string) => `没有可生成的内容，报告里要用“模板”写明模板：${path}`,
  emptyOperand: '文件名不能为空',
  emptyName: '名称不能为空',

  // Output
  cannotWrite: (path: string, reason: string) => `写不了 ${path}：${reason}`,
  outputIsFile: (path: string) => `要写入的文件夹已经是一个文件：${path}`,
  outsideDirectory: (path: string) => `不写到输出文件夹之外：${path}`,
  exists: (path: string) => `文件已经存在，没有覆盖（加 --force 覆盖）：${path}`,
  wouldOverwriteSource: (path: string) => `新文件与上年文件是同一个：${path}`,
  systemErrors: {
    ENOENT: '路径不存在',
    EACCES: '没有权限',
    EPERM: '没有权限',
    EISDIR: '是文件夹',
    ENOTDIR: '路径中有一段不是文件夹',
    EEXIST: '已经存在',
    ENOSPC: '磁盘空间不足',
    EDQUOT: '磁盘配额不足',
    EROFS: '磁盘是只读的',
    EBUSY: '文件正被其他程序使用',
    EMFILE: '打开的文件太多',
    ELOOP: '符号链接循环',
    ENAMETOOLONG: '文件名太长',
    EINVAL: '文件名不合法',
  } as Record<string, string>,

  // Progress and results
  reading: (path: string) => `读取 ${path}`,
  checking: '检查并编排',
  rendering: '生成',
  writing: (count: number) => `写入 ${count} 个文件`,
  refused: (errors: number) => `有 ${errors} 个错误，没有生成。改正后再来，或加 --force 照样生成。`,
  forced: (errors: number) => `有 ${errors} 个错误，因 --force 照样生成。`,
  factsIncomplete: (errors: number) => `文件里有 ${errors} 个错误，列出的数字可能不全。详见 fiscal check。`,
  notRolled: (errors: number) =>
    `上年文件有 ${errors} 个错误，没有生成下年的文件。改正后再来，或加 --force。`,
  created: (path: string) => `已新建 ${path}`,
  formatted: (path: string) => `已排版 ${path}`,
  wouldFormat: (path: string) => `需要排版 ${path}`,
  factColumns: ['路径', '名称', '数值', '单位', '状态', '规则', '位置'],
  factStates: {
    stated: '写明',
    derived: '推算',
    unfilled: '未填',
    none: '未发生',
    inapplicable: '不适用',
    absent: '没有',
    blocked: '缺数据',
  } as Record<ResolvedState, string>,

  // Usage
  defaultName: '部门名称',
  noCommand: '没有给出命令',
  unknownCommand: (name: string) => `没有这个命令：${name}`,
  unknownOption: (name: string) => `没有这个选项：${name}`,
  missingArgument: (name: string) => `缺少参数：${name}`,
  missingOption: (flags: string) => `缺少选项：${flags}`,
  missingValue: (flags: string) => `选项没有给出值：${flags}`,
  tooManyArguments: '参数太多',
  badUsage: '用法不对',
  didYouMean: (names: string) => `是不是 ${names}？`,
  seeHelp: '用 fiscal --help 查看用法。',
  badChoice: (flag: string, value: string, choices: readonly string[]) =>
    `${flag} 不能是“${value}”，可以是：${choices.join('、')}`,
  badYear: (value: string) => `--year 要四位数的年份，给的是“${value}”`,
  yearRequired: '--from 要同时给出 --year，例如 --year 2024',
} as const;
