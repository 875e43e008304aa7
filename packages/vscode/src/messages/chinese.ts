/** Every word that the extension says while it runs; what the manifest says is in package.nls.json. */
export const chinese = {
  product: '部门决算',

  statusTitle: '部门决算检查结果',
  statusCounts: ({ errors, warnings, tails, notChecked, unfilled }: Counts) =>
    `错误 ${errors} · 警告 ${warnings} · 尾差 ${tails} · 未检查 ${notChecked} · 未填 ${unfilled}`,
  statusClean: '没有发现问题',
  statusHint: '点击查看问题',
  tails: (count: number) => `尾差 ${count}`,
  notChecked: (count: number) => `未检查 ${count}`,
  unfilled: (count: number) => `未填 ${count}`,

  failed: (reason: string) => `没有做成：${reason}`,
  noSource: '请先打开一个 .fiscal 文件。',

  newStart: '新建哪种报告',
  newDepartment: '部门的，含本级和所属单位',
  newUnit: '一个单位的',
  newFrom: '由上年的报告生成',
  newPublished: '由公开的报告读入',
  newPublishedHint: 'Word、PDF、Excel、网页',
  newFromHint: '决算数变为上年，当年数字留空',
  otherFile: '别处的文件…',
  newName: '部门（单位）全称',
  newNameHint: '例如：示例市档案局',
  newNameMissing: '请填写名称',
  newYear: '报告年度',
  newYearWrong: '请填写四位数的年度',
  newTemplate: '用哪个模板',
  notRolled: (errors: number) => `上年的报告有 ${errors} 处写错，没有生成。`,
  createAnyway: '仍要生成',
  creating: '正在新建报告…',
  created: (file: string) => `已新建「${file}」。`,
  exists: (file: string) => `「${file}」已经存在。`,
  showFile: '打开文件',
  showPreview: '打开预览',

  previewTitle: (name: string) => `预览：${name}`,
  composing: '正在准备预览…',
  previewNoSource: '打开一个 .fiscal 文件，这里就会显示它的报告。',
  previewNoReport: '这个文件里没有报告。以「部门决算 名称 年度 { … }」开头写一份。',
  previewNoTemplate: '报告还没有选模板，不能成文。加一行「模板」，后面写省名。',

  formats: '生成哪些格式',
  building: '正在生成报告…',
  built: (count: number, folder: string) => `已生成 ${count} 个文件，在「${folder}」文件夹里。`,
  notBuilt: (errors: number) => `报告有 ${errors} 处错误，没有生成。`,
  cannotPrint: {
    'no-browser': '印 PDF 要用浏览器，这台电脑上没有找到：请安装 Edge、Chrome 或 Chromium。',
    'browser-failed': '浏览器没能印出 PDF，请再试一次，或者换一个浏览器。',
  },
  nothingToBuild: '没有可以生成的报告：文件里没有报告，或者报告没有选模板。',
  buildAnyway: '仍要生成',
  openBuilt: '打开报告',
  openFolder: '打开文件夹',
  showProblems: '查看问题',

  checking: '正在检查工作区…',
  checked: (files: number, counts: string) => `检查了 ${files} 个文件：${counts}。`,

  importTitle: '已公开的报告：Word、PDF、Excel、网页；同一份报告的文字和表格可以一起选',
  importLabel: '读入',
  documents: '已公开的报告',
  reading: (names: string[]) => `正在读 ${names.join('、')}…`,
  tooLarge: (name: string) => `文件太大，读不了：${name}`,
  showUnread: '看没有读懂的',
  offerReading: (names: string[]) => `把 ${names.join('、')} 读成 .fiscal 文件？`,

  pasteTitle: '表格的各列是什么',
  pasteAs: (columns: string) => `表格：${columns}`,
  noTable: '剪贴板里没有光标所在的块能写的表格：先在 Excel、WPS 里选中科目（或名目）和数字，复制。',
  notAllPasted: (count: number) => `有 ${count} 处没有粘贴进来，列在粘贴的各行下面。`,

  lastCommit: '上次提交',
  blamed: (author: string, day: string, title: string) => `最后改动：${author}，${day}，${title}`,
  oldVersion: '（旧）',
  savedVersion: '保存过的',
  noCommit: (file: string) => `「${file}」还没有提交过，或者这里没有 git；可以用“与…比较”选别的文件。`,
  noVersion: (name: string) => `「${name}」里没有这个文件。`,
  compareWith: (name: string) => `「${name}」与哪一个比较`,
  comparedWith: (name: string) => `与「${name}」比较`,
  changesTitle: (name: string) => `改动：${name}`,
  changesPage: {
    therefore: '因此',
    together: '其他变动的数',
    findings: '问题',
    formerly: '原为',
    old: '原文',
    none: '没有报告可以比较。',
    marks: { '+': '增', '-': '删', '~': '改' },
  },

  relationsTitle: (name: string) => `勾稽关系：${name}`,
  relating: '正在核对勾稽关系…',
  related: (count: number, differ: number) =>
    differ === 0 ? `${count} 条勾稽关系，没有不符的。` : `${count} 条勾稽关系，${differ} 条不符。`,
  showRelations: '查看关系',
  relationsPage: {
    all: '全部',
    agree: '相符',
    tail: '尾差',
    differ: '不符',
    unchecked: '未检查',
    search: '查找编号、名称或项目',
    difference: '差',
    derived: '算出',
    missing: '缺',
    none: '没有这样的关系。',
  },
};

/** What checking found, in one file or in several. */
export type Counts = Record<'errors' | 'warnings' | 'tails' | 'notChecked' | 'unfilled', number>;

export type Messages = typeof chinese;
