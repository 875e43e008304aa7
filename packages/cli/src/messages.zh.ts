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
  knownSince: (count: number) => `（另有 ${count} 条原来就有，不计）`,
  mended: (count: number) => `已修正 ${count} 处有把握的问题`,
  summaryTitle: '决算报告检查',
  notes: (count: number) => `尾差、未检查等 ${count} 条说明`,
  accepted: (reason: string) => `已忽略：${reason || '没有写明原因'}`,
  acceptedCount: (count: number) =>
    `另有 ${count} 条已忽略，加 --no-suppress 列出；全部忽略和原因见 fiscal suppressions`,
  acceptedBriefly: (count: number) => `另有 ${count} 条已忽略，原因见 fiscal suppressions`,
  acceptedTitle: (count: number) => `已忽略 ${count} 条`,
  acceptedColumns: ['位置', '规则', '内容', '原因', '期限'] as const,
  inBrackets: (text: string) => `（${text}）`,
  findingColumns: ['位置', '级别', '规则', '内容'] as const,
  baselineWritten: (path: string, count: number) => `基线写入 ${path}：${count} 条`,
  baselineGone: (count: number) => `基线里有 ${count} 条已经不再出现，可以用 --write-baseline 重写`,
  badBaseline: (path: string) => `不是基线文件，或者写坏了：${path}`,
  badCount: (flag: string, value: string) => `${flag} 后面要写一个不小于 0 的整数，写的是：${value}`,
  suppressionStates: {
    used: '忽略',
    unused: '忽略，没有用到',
    unchecked: '忽略，未检查',
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
  unknownTemplate: (name: string, near: string[], all: readonly string[]) =>
    `没有模板“${name}”${near.length > 0 ? `，相近的有：${near.join('、')}` : ''}。可以用的有：${all.join('、')}`,
  fault: {
    hole: (what: string) => `【】里写的取不到：${what}`,
    marks: (what: string) => `标点连在一起：「${what}」`,
    unit: (what: string) => `单位重复：「${what}」`,
    leftover: (what: string) => `没有换成内容：「${what}」`,
    heading: (what: string) => `标题下面什么也没有：「${what}」`,
    rule: (what: string) => `印出的句子不合规则：${what}`,
  },
  faultSentence: (sentence: string) => `印成：${sentence}`,
  faultReport: '这样的报告就看得出来：',
  tried: (name: string, reports: number, faults: number) =>
    faults === 0
      ? `模板「${name}」：试了 ${reports} 份报告，没有问题`
      : `模板「${name}」：试了 ${reports} 份报告，有 ${faults} 种问题`,
  noTemplate: (path: string) => `文件里没有模板：${path}`,
  builtIn: '系统',
  noReport: (path: string) => `文件里没有报告：${path}`,
  noContent: (path: string) => `没有可生成的内容，报告里要用“模板”写明模板：${path}`,
  standardInput: '标准输入',
  stdinName: '标准输入.fiscal',
  stdinNameAlone: '--stdin-filename 要和 - 一起用：fiscal check - --stdin-filename 路径',
  cannotCombine: (one: string, other: string) => `${one} 不能和 ${other} 一起用`,
  noGit: (user: string) => `找不到 git，${user} 要用它`,
  noRepository: (user: string, path: string) => `${user} 要在 git 仓库里用，这里不是：${path}`,
  gitFailed: (reason: string) => `git 报错：${reason}`,
  notInRevision: (operand: string) => `这个版本里没有这个文件：${operand}`,
  neitherFileNorRevision: (operand: string) => `没有这个文件，也没有这个版本：${operand}`,
  noSuchRevision: (name: string) => `没有这个版本：${name}`,
  noMergeBase: (range: string) => `两个版本没有共同的来历：${range}`,
  notInIndex: (path: string) => `暂存区里没有这个 .fiscal 文件：${path}`,
  emptyOperand: '文件名不能为空',
  emptyName: '名称不能为空',

  // Published documents
  documentTooLarge: (path: string) => `文件太大（超过 64 MB）：${path}`,
  unreadable: {
    'unknown format': (path: string) =>
      `不认识这种文件：${path}。可以读 Word（.docx）、PDF、Excel（.xlsx）、网页、Markdown 和文本`,
    'old format': (path: string) => `这是旧格式的文件，请另存为 .docx 或 .xlsx 再读：${path}`,
    empty: (path: string) => `文件是空的：${path}`,
    broken: (path: string) => `文件损坏了，读不了：${path}`,
    encrypted: (path: string) => `文件加了密码，请先去掉密码：${path}`,
    'too large': (path: string) => `文件太大，或者展开以后太大：${path}`,
    scanned: (path: string) => `这个 PDF 是扫描的图片，没有文字：${path}`,
    'no report': () => '没有找到部门决算报告：看不出部门名称和年度',
  } as Record<string, (path: string) => string>,
  readAs: (name: string, year: number, template: string | undefined) =>
    `读出 ${name} ${year} 年度决算${template === undefined ? '，没有合适的模板' : `，按「${template}」模板`}`,
  readCount: (figures: number, known: number, all: number) =>
    `${figures} 个数；${all} 句话，认出 ${known} 句`,
  notUnderstood: (count: number) => `有 ${count} 处没有读懂，列在文件最后：`,

  // Output
  chartsAsTables: '这台电脑上没有中文字体，画不了图：Word 里的图改印成表',
  cannotPrint: ({ reason, program, detail }: { reason: string; program: string; detail: string }) =>
    reason === 'no-browser'
      ? '印 PDF 要用浏览器，这台电脑上没有找到：请安装 Edge、Chrome 或 Chromium，或用 --browser 写明程序的路径'
      : `浏览器没能印出 PDF，请换一个（--browser）：${program}（${detail}）`,
  cannotWrite: (path: string, reason: string) => `写不了 ${path}：${reason}`,
  partlyWritten: (paths: string[]) => `这些文件已经换成新的，其余还是旧的：${paths.join('、')}`,
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
    EADDRINUSE: '正被其他程序使用',
  } as Record<string, string>,

  // Comparison
  reportsCompared: (all: number, same: number) => `比较了 ${all} 份报告，${same} 份没有实质变化`,
  noFollowingYears: '--years 要相邻两年的报告：旧的在前，新的年度比它大 1',
  badAmount: (flag: string, value: string) => `${flag} 后面要写一个不小于 0 的数，写的是：${value}`,
  nothingToCompare: '没有改动的 .fiscal 文件',
  notCompared: '有文件读不了，没有比较',
  noReportOnEitherSide: '两边都没有报告，没有可比的',
  noFilesOnEitherSide: (folders: readonly string[]) =>
    `没有可比的，文件夹里没有 .fiscal 文件：${folders.join('、')}`,
  arrow: '→',
  marks: { '+': '增', '-': '删', '~': '改' },
  therefore: '因此',
  formerly: (message: string) => `原为：${message}`,
  comparisonTitle: '决算报告改动',
  printedOtherwise: (count: number) => `同样的数，用新模板印出来有 ${count} 处不同`,
  printedParts: { section: '节', table: '表', chart: '图' },
  linesDiffer: (table: string, count: number) => `表 ${table}：有 ${count} 行不同`,
  moreChanges: (count: number) => `……还有 ${count} 处，用 --format markdown 或者 html 看全部`,
  placesInReport: (count: number) => `成文里有 ${count} 处不同，点一下就到那里`,
  alsoChanged: '其他变动的数',
  findingsChanged: '问题',
  findingsGone: (count: number) => `消除 ${count} 个问题`,
  andMore: (count: number) => `…… 另有 ${count} 份报告有改动，内容太长，没有列出；完整的用 fiscal diff 查看`,
  cutShort: '内容太长，以下从略；完整的用 fiscal diff 查看',
  changeColumns: ['改动', '原数', '现数', '差额', '变动', '说明'] as const,
  followingFigures: (count: number) => `由此变动 ${count} 个数`,

  // git
  calledByGit: (command: string) => `${command} 由 git 调用，先运行 fiscal git install`,
  mergeDriver: '按科目和指标合并决算报告',
  mergeConflicts: (path: string, count: number) => `${path} 有 ${count} 处两边改得不同，请在冲突标记处核对`,
  gitInstalled: '已设好：合并按科目和指标，差异注明所在的块，提交前检查暂存的报告',
  hookFindsNoProgram:
    '提交前检查：找不到 fiscal 命令，请把它所在的文件夹加到 PATH，或者用 git commit --no-verify 跳过检查',
  gitFindsNoProgram:
    '注意：命令的搜索路径（PATH）里没有 fiscal，git 合并和提交时会找不到它。请用 npm install -g 安装，或者把 fiscal 所在的文件夹加进 PATH',
  gitUninstalled: '已撤去 fiscal 在这个仓库里的设置',
  hookExists: (path: string) => `已经有提交前的钩子，没有改动，请自行加上 fiscal check --staged：${path}`,

  // Watching
  watching: '等待改动（Ctrl+C 结束）',
  changedAt: (time: string) => `\n──── ${time} 有改动 ────`,
  serving: (address: string) => `在浏览器里看：${address}`,
  pageTitle: '决算报告',
  notBuiltNow: '现在的文件有错误，没有生成；下面是上一次生成的',
  cannotListen: (port: number, reason: string) => `不能用端口 ${port}：${reason}`,
  noSuchPort: '端口要在 0 到 65535 之间',
  portAlone: '--port 要和 --watch 一起用',
  watchesOneFile: 'build --watch 一次看一个 .fiscal 文件',
  sameName: (name: string, path: string) =>
    `已经有一份报告叫“${name}”，这一份没有写：${path}。改文件名，或者在 fiscal.json 里写成文的名称`,
  nothingBuilt: '没有可以生成的报告',

  // Progress and results
  reading: (path: string) => `读取 ${path}`,
  checking: '检查并编排',
  rendering: '生成',
  writing: (count: number) => `写入 ${count} 个文件`,
  refused: (errors: number) => `有 ${errors} 个错误，没有生成。改正后再来，或加 --force 照样生成。`,
  leftOpen: (count: number) => `有 ${count} 个数未填，印成“未填”`,
  leftAsBegun: (count: number) => `有 ${count} 处还是新建时的提示文字`,
  leftOut: (count: number) => `有 ${count} 块整块没有写`,
  notPrinted: (count: number) => `有 ${count} 处写了，但本模板不印`,
  computedWith: (count: number) => `有 ${count} 处只用来计算，本模板不印`,
  lost: (place: string, message: string) => `${place} ${message.replace(/。$/, '')}`,
  notFinal: '还没有写完，--final 不生成：',
  listed: (title: string, names: readonly string[]) => `${title}：${names.join('、')}`,
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
  fromLastYear: (flag: string) => `有 --from 时，${flag} 照上年文件，不用写`,
  yearRequired: '上年的文件里看不出年度，请用 --year 给出新文件的年度',
} as const;
