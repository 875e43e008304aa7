import { isUsual, type Publication } from '@fiscal/report/publications';

/** The words of `--help`. Lines are broken by hand: Chinese has no blanks to break at. */
export const help = {
  program: '把部门决算写成 .fiscal 文件，检查其中的数字，生成可以公开发布的报告。',
  programNotes: `退出码：0 没有问题；1 有问题；2 无法运行（用法不对，文件读不了、写不了）。
build 只在有错误、没有生成时为 1：只有警告时为 0，加 --force 照样生成时也为 0。
共用的设置（默认模板、不看的文件夹、规则的级别、基线、成文的名称）写在项目文件 fiscal.json 里。
每个命令的详细说明：fiscal <命令> --help`,
  headings: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Global Options:': '通用选项：',
    'Commands:': '命令：',
  } as Record<string, string>,
  usageOfProgram: '<命令> [选项]',
  options: '[选项]',
  showHelp: '显示帮助',
  showVersion: '显示版本号',
  noColor: '不用颜色（也可以设环境变量 NO_COLOR）',

  check: '检查文件：科目、合计、占比、增减、表间勾稽',
  checkNotes: `几个文件一起给出时，作为一个工作区检查（引用的上年报告、下属单位报告可以在其中）。
公开的报告也可以直接检查：.docx .pdf .xlsx .xls .html .md .txt，问题标在原文的行上，注明页码。
还用它自己的数照模板重做一遍，逐句、逐格对照：句子、标题、表、名称、年度对不上的也报。
有错误或警告时退出码为 1；只有提示、说明（例如尾差、未检查）时为 0。
忽略的不计，但每种输出都交代：text 在最后说有几条；json 里有 suppression（原因、期限、位置）；
sarif 里有 suppressions；markdown 单列一表；junit 记作 skipped；github 是一条 notice。`,
  checkFiles: '文件、文件夹（其中所有 .fiscal 文件）或通配符，如 "2023/**/*.fiscal"',
  checkOperands:
    '文件、文件夹（其中所有 .fiscal 文件）或通配符，如 "2023/**/*.fiscal"；\n- 为标准输入；加 --staged 时可以不写',
  checkStaged:
    '检查 git 暂存区里的内容（将要提交的），不是文件夹里的；\n不写文件时检查全部暂存了改动的 .fiscal 文件',
  checkStdinFilename: '标准输入（-）当作哪个文件：引用按它的位置去找',
  checkFormat: '输出格式：text（默认）或 json',
  checkFormats:
    '输出格式：text（默认）、json、sarif（2.1.0）、\ngithub（流水线注释）、junit、markdown（合并请求的摘要）',
  checkMaxWarnings: '警告不超过这个数时，不因警告而退出 1（不写时一个也不行）',
  checkFix: '先修正有把握的问题（规范名称、错别字、标点），再检查；\n不改数字，不删忽略',
  checkStatistics: '不列出每一条，只列每条规则的次数',
  checkNoSuppress: '忽略的也列出并计入，注明原因和期限，给审核的人看',
  checkBaseline:
    '基线文件里已有的问题不计，只报新的；在哪个文件夹里运行都一样\n（默认用 fiscal.json 里写的）',
  checkSince:
    '只报这个 git 版本以后新出现的问题（从分出来的地方算起）；\n不写文件时检查改动了的和由此变动的文件',
  checkWatch: '一直开着，存一次查一次',
  checkNoBaseline: 'fiscal.json 里写的基线也不用',
  checkWriteBaseline: '把现在的问题写成基线文件，退出码为 0',
  checkSeverity:
    '只列出并计入这一级以上的：\nerror 错误、warning 警告、information 提示、hint 说明（默认，全部）',

  diff: '比较两个版本的报告：改了哪些数和文字，由此变动哪些数，多了少了哪些问题',
  diffNotes: `按科目和项目比较，不看排版、次序、注释和数字的写法。
fiscal diff                     文件夹里的与上次提交的
fiscal diff --staged            暂存的与上次提交的
fiscal diff HEAD~1              文件夹里的与那个版本的
fiscal diff main...HEAD         分出来以后改了什么（合并请求）
fiscal diff HEAD~1:某局.fiscal  一个文件，与那个版本的
fiscal diff 旧.fiscal 新.fiscal  两个文件；两个文件夹按相对路径、再按报告名称和年度配对
退出码：0 没有实质变化；1 有变化；2 无法比较。`,
  diffOld: '旧的：文件、文件夹、git 版本、版本:路径或 甲...乙；\n不写时为上次提交',
  diffNew: '新的：同上；不写时为文件夹里的',
  diffStaged: '新的一边用 git 暂存区里的，不是文件夹里的',
  diffYears:
    '两年相比：今年写的上年数与上年决算是否一致，变动大而没有原因的，\n增减的项目、单位、科目，照抄上年而方向变了的原因',
  diffMinChange: '--years：变动不小于这么多才算大，单位同报告（默认 10）',
  diffMinRate: '--years：变动不小于百分之几才算大（默认 30）；两样都要够',
  diffFormat: '输出格式：text（默认）、markdown（合并请求用）、json、\nhtml（一个文件：成文里哪些地方变了）',

  git: '让 git 看懂报告：按科目和指标合并，差异注明所在的块，提交前检查',
  gitNotes: `fiscal git install     写 .gitattributes、仓库的设置（.git/config）和提交前的钩子；已有别的钩子时不动
fiscal git uninstall   撤去
合并：两人在同一处各加一行、一人改数一人排版，都不冲突；同一个数两边改得不同才冲突，
冲突标记里写明是哪个数、原来多少、两边各多少，只占那一行，文件的其余部分照常能读。
merge 和 diff 由 git 调用。这些设置只在本机的这个仓库里，每人各运行一次。`,
  gitAction: 'install、uninstall；merge、diff 由 git 调用',
  gitOperands: 'git 给出的文件',
  gitPrint: '只列出要写什么，不写',
  gitExternalDiff: 'git diff 也改用 fiscal diff 的输出',
  gitNoHook: '不装提交前的钩子',

  suppressions: '列出全部忽略和改了级别的规则：位置、规则、状态、原因、期限',
  suppressionsNotes: '给审核报告的人看。退出码为 0；没有用到的、过期的忽略，fiscal check 会报告。',

  explain: '解释一条规则：检查什么、为什么、错误和正确的写法、怎样改',
  explainNotes: '例：fiscal explain I0101。消息开头的编号就是规则编号；fiscal rules 列出全部。',
  explainRule: '规则编号，如 I0101',

  rules: '列出全部规则：编号、级别、名称、写在哪里',
  rulesNotes: '“系统”的规则由程序自带；其余写在标准规则或模板里。部门自己的规则写在自己的文件里，不在这里。',

  template: '列出模板里可以改的名称（部分、节、表、列、段、短语、规则），或者试写模板（--try）',
  templateNotes:
    'fiscal template 模板名 --outline。写 改自 它 的模板时，照这里的名称写；写法见手册的“以另一个模板为底本”。\n' +
    '--try 用空的、全是 0 的、只写一半的和许多随机的报告试写，看会印出什么：标点或者单位连在一起、标题下面没有内容、\n' +
    '取不到的【】、文字规则会报的句子。每种说一次：在模板的哪里，印成什么，以及看得出来的最小的报告。\n' +
    '没有问题退出码为 0，有问题为 1，模板读不了为 2。',
  templateOperand: '模板的名称，或者一个写着模板的 .fiscal 文件',
  templateOutline: '列出名称（不写也一样）',
  templateTry: '试写：用许多报告成文，列出不该印出来的',

  build: (formats: readonly Publication[]) =>
    `生成报告：${formats.map(({ title, remark }) => `${title}（${remark}）`).join('、')}`,
  buildNotes: (
    formats: readonly Publication[],
  ) => `文件里有错误时不生成，列出错误，退出码为 1。只有警告时照常生成，退出码为 0；
加 --force 有错误也生成，退出码也为 0。
加 --final 时，还有未填的数、没有写的块、新建时的提示文字，也不生成，逐项列出，退出码为 1。
写入 ${filesOf(formats).join('、')}。
全部先写到临时文件，再逐个改名换上，换上一个列出一个：中断或失败时每个文件不是旧的就是新的，
不会写了一半；强行结束时留下的临时文件（.fiscal-….part）下次写入这个文件夹时删去。`,
  buildFiles: '.fiscal 文件；几个文件、文件夹、*.fiscal 时，每份报告一个文件夹',
  buildFile: '一个 .fiscal 文件',
  buildIndex: '再写一个 index.html：列出生成的报告，公开日期，各种格式的文件和大小',
  buildOutput: '写到哪个文件夹（没有就新建；默认用 fiscal.json 里写的）',
  buildFormats: (formats: readonly Publication[]) =>
    `生成哪些格式，逗号分隔：${namesOf(formats)}；默认 ${namesOf(formats.filter(isUsual))}`,
  buildBrowser: '印 PDF 用的浏览器（Edge、Chrome、Chromium）；不写时自己找',
  buildNoPageNumbers:
    'Word 的目录先不写页码，快几秒：打开时由 Word 更新\n（装有 LibreOffice 时默认由它排一遍，写上页码）',
  buildForce: '有错误也生成',
  buildFinal: '正式公开用：还有没填、没写的地方就不生成，逐项列出',
  buildWatch: '一直开着，存一次生成一次，并给出一个网址：浏览器里随时是最新的\n（只有本机能看）',
  buildPort: '--watch 的网址用哪个端口（默认任意一个空着的）',
  quiet: '不显示进度',

  facts: '列出报告里的每个数字：路径、名称、数值、单位、状态、位置',
  factsNotes: `状态：stated 写明，derived 推算，unfilled 未填，
blocked 缺数据（要用到的数未填，所以算不出），none 未发生，inapplicable 不适用。
JSON 里是英文，CSV 里是中文。
数值按原样输出，不四舍五入。CSV 为 UTF-8 带 BOM，可以直接用 Excel 打开；
以 = + - @ 开头的文字前加单引号，以免被当作公式。`,
  factsFormat: '输出格式：json（默认）或 csv',

  new: '新建一个带说明的 .fiscal 文件，或由上年的文件生成下年的',
  newNotes: `加 --from 时：新文件引用上年文件（引用 上年），上年数和年初结转都从那里来；当年数字留空（未填），
能由别的数算出的合计不再写，文字保留；
增减原因、“忽略”和引用的单位文件是上年的，改成注释留在原处。
已有的文件不会被覆盖，除非加 --force。`,
  newName: '部门名称，也是文件名（默认“部门名称”）',
  newFrom: '上年的 .fiscal 文件，或者公开的报告（.docx、.pdf 等）',
  newYear: '决算年度（默认为去年；有 --from 时为上年文件的下一年）',
  newTemplate: '用哪个模板，列出的栏目随模板不同；写错时列出可以用的模板\n（默认用 fiscal.json 里写的）',
  newKind: '部门决算（默认）或 单位决算',
  newOutput:
    '写到哪里：以 .fiscal 结尾的是文件，其余的是文件夹（没有就新建）\n（默认当前文件夹；有 --from 时与上年文件同一文件夹）',
  newForce: '覆盖已有的文件',

  read: '把已经公开的报告读成 .fiscal 文件：Word、PDF、Excel、网页、Markdown、文本',
  readNotes: `几个文件一起给出时，是同一份报告（文字在 Word 里，表格在 Excel 里）。
按模板反过来认：表格按表名、栏目、科目，文字按句式；每个数只写一次。
同一个数在原文里有两个值的，两个都写，fiscal check 会指出。
没有读懂的一处不丢，列在文件最后的注释里，也逐条显示，这时退出码为 1。
例：fiscal read 报告.docx 附表.xlsx -o 报告.fiscal`,
  readFiles: '公开的文件：.docx .pdf .xlsx .xls .html .md .txt',
  readTemplate: '按哪个模板认：名称，或者自己的模板文件（默认挑最像的）',
  readOutput:
    '写到哪里：以 .fiscal 结尾的是文件，其余的是文件夹（没有就新建）\n（默认当前文件夹，以部门和年度为文件名）',

  format: '统一排版：数字的列、标点、全角半角；不改变任何数字和文字',
  formatNotes: `数字排在固定的列上，改一行不牵动别的行；读不懂的行不动。
加 --check 时只检查不改写：列出需要排版的文件，有则退出码为 1。
文件写作 - 时由标准输入读入，排版后写到标准输出。`,
  formatCheck: '只检查，不改写',

  lsp: '启动语言服务器，供编辑器使用（通过标准输入输出通信）',
  lspStdio: '通过标准输入输出通信（总是如此）',
  lspNotes: '由编辑器启动，不用手工运行。用法见 packages/server/README.md。',
} as const;

function namesOf(formats: readonly Publication[]): string {
  return formats.map(({ name }) => name).join(',');
}

/** The reports, then what stands beside them. */
function filesOf(formats: readonly Publication[]): string[] {
  const reports = formats.map(({ extension }) => `<文件名>.${extension}`);
  const others = formats.flatMap(({ beside }) => beside ?? []);
  return [...reports, ...new Set(others)].map((name) => `<文件夹>/${name}`);
}
