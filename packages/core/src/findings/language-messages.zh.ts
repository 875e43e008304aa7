/**
 * What the language says of a source text, by code; {name} stands for a parameter.
 * Each says what is wrong and, where it is known, what to write instead.
 */
export const languageMessages: Record<string, string> = {
  'unexpected-character': '这里有不认识的字符。',
  'unclosed-text': '文本块没有结束：请在文本之后另起一行写 """。',
  'unclosed-string': '引号没有配对：请在文字末尾补上引号。',
  'unclosed-hole': '“【”没有配对的“】”：算式写在同一行的【】里，文字里的【请写成 \\【。',
  'stray-percent': '“%”前面没有数字。',
  'missing-figure': '「{previous}」后面缺少数字（还不知道金额时写 未填）。',
  'missing-name': '「{previous}」后面缺少名称。',
  'missing-brace': '缺少“}”：这里应当结束前面的“{”。',
  'superfluous-brace': '多了一个“}”：前面没有与它配对的“{”。',
  'superfluous-text': '「{found}」不在任何报告、模板或规则之内。',
  'malformed-number':
    '「{found}」不是一个数：小数点写英文句点，一个数里不留空格，不夹字母；千分位每三位一个逗号。',
  'two-lines': '「{found}」是另一个科目：一个科目写一行，请在它前面换行。',
  'figure-without-name': '「{found}」前面没有写它是什么数：写上名目（例如 预算 {found}），或者删去。',
  'half-typed-line': '「{code}」这一行没有写完：写全科目编码（类 3 位、款 5 位、项 7 位）、名称和数字。',
  'missing-blank': '「{name}」：名称和数字之间要有空格。',
  'wrong-brace': '「{found}」应为“}”：这里结束前面的“{”。',
  'missing-opening-brace': '「{found}」后面缺少“{”：下面缩进的几行是它的内容。',
  conflict:
    '这里有没有解决的合并冲突：<<<<<<< 与 >>>>>>> 之间是同一段的两个版本，留下对的一个，删去另一个和这几行标记。其间的内容没有读取。',
  lookalike:
    '「{found}」（{point}）应为 {right}：这是从 PDF 复制来的部首或者兼容字符，看起来一样，核对时对不上。',
  'invisible-character': '这里有看不见的字符（{point}）：请删去。',
  'unquoted-name': '名称「{found}」里有不能直接写的字符：请用引号括起来。',
  'too-deep': '嵌套太深：大括号、括号不能超过 64 层，一个算式不能超过 500 个运算符号。从这里起没有读取。',
  'unexpected-word': '「{found}」不能写在这里。',
  'unexpected-token': '看不懂「{found}」。',
  'expected-token': '「{found}」前面缺少{expected}。',
  'line-outside-block': '科目 {code} 在支出的大括号之外：前面多了一个“}”。该行仍计入前面的支出。',
  'text-for-figure':
    '「{name}」这里要写数字，写的是引号里的文字。没有发生的写 未发生，没有这项内容的写 不适用，还不知道的写 未填，都不加引号。',
  'unknown-item': '「{owner}」里没有「{name}」这一项。',
  'unknown-fund': '没有「{name}」这类资金。',
  'duplicate-name': '「{name}」写了两次。',
  'wrong-unit': '单位「{unit}」不能用在这里，应为「{expected}」。',
  'count-for-amount':
    '「{name}」这里要写金额，写的是「{figure}」：金额不写单位，或者写货币单位；确实是数量的，写在金额后面，或者写明是什么（例如 编制、人次、得分）。',
  'too-many-digits': '数字太长（最多 {digits} 位）。',
  'excess-decimals': '「{figure}」的小数超过报告声明的 {decimals} 位（{unit}）。',
  'excess-percent-decimals':
    '「{figure}%」的小数超过规定的 {decimals} 位：报告或模板的“百分比小数”是 {decimals}。照抄位数更多的百分比时，请在报告开头写明 百分比小数。',
  'unknown-severity': '没有「{name}」这个级别。',
  'unknown-money-unit': '「{name}」不是货币单位：可用 元、千元、万元、亿元。',
  'unknown-template': '没有名为「{name}」的模板。',
  'template-cycle': '模板互相改自，成了环：{chain}。',
  'unknown-title': '底本里没有「{name}」。',
  'unknown-words': '底本的这个地方没有「{name}」这几个字；照底本写，【】也照写。',
  'unknown-column': '这张表里没有叫「{name}」的列或行。',
  'unknown-base-rule': '底本里没有规则「{name}」；标准规则不查，写 规则 编号 级别 不查 "原因"。',
  'outside-table': '列和行只能加在表里：写成 "表的标题" 里 { "表头" 之后 { 列 … } }。',
  'inside-table': '表里面只能改列、行、注和空表的说明。',
  'unplaced-column': '没有表头或者文字的，要写明位置：放在 "表头" 之前 { … } 或者 之后 { … } 里。',
  'stray-base-content': '「底本内容」只用在代替底本的部分、节和段里，这里没有代替底本的内容。',
  'empty-replacement': '代替底本「{name}」的内容是空的，只印出一个标题；不要它，写 不列 "{name}"。',
  'unplaced-content':
    '改自别的模板时，没有标题的内容要写明位置：放在 "标题" 之前 { … } 或者 "标题" 之后 { … } 里。',
  'template-chain': '模板一个改自一个，层次太多（最多 64 层）。',
  'not-examined':
    '这里没能检查完：{reason}。这是 fiscal 的缺陷，不是写错了；请把文件和这条消息一起报告，别的文件照常检查。',
  'missing-file': '找不到文件「{file}」。',
  'no-match': '没有与「{file}」相符的文件。',
  'no-match-of-year': '与「{file}」相符的文件里没有 {year} 年度的报告。',
  'pattern-outside':
    '「{file}」不在项目之内：带 * 的文件名只找 fiscal.json 所在的文件夹（没有它时是本文件所在的文件夹）和下面的各层。',
  'pattern-of-one': '「{file}」带有 *：上年的报告只有一份，请写它的文件名。',
  'unreadable-file': '文件「{file}」不能用：{reason}。',
  'not-a-source': '「{file}」不是 fiscal 的源文件：引用的文件名要以 .fiscal 结尾。',
  'not-a-table': '「{file}」不是科目表：存成 CSV 或者制表符分隔的文本，文件名以 .csv、.tsv 或 .txt 结尾。',
  'no-definition-in-file': '文件「{file}」里没有模板、规则或结构。',
  'no-report-in-file': '文件「{file}」里没有报告。',
  'reference-cycle': '引用成环：{chain}。',
  'wrong-prior-year': '引用的上年报告是 {year} 年度的，应为 {expected} 年度。',
  'severity-without-reason': '改规则 {rule} 的级别必须写明原因：规则 {rule} 级别 提示 "原因"。',
  'fixed-suppression':
    '规则 {rule} 不能忽略：写错的地方没有读进来，总要改正；忽略是否成立，总要让复核的人看到。请改正它指出的地方，删去这条忽略。',
  'fixed-severity': '规则 {rule} 的级别不能改：写错的地方总要改正，忽略的情况总要让复核的人看到。',
  'suppression-without-reason': '忽略 {rule} 必须写明原因：忽略 {rule} "原因"。',
  'project-syntax': '项目文件读不下去：这里应为{expected}。',
  'project-unknown-key': '「{owner}」里没有「{name}」这一项，可以写的有：{all}。',
  'project-wrong-value': '「{name}」后面要写{expected}。',
  'project-missing': '「{name}」缺少「{missing}」。',
  'project-name-part': '成文的名称里没有【{name}】，可以写的有：{all}。',
  'project-outside': '「{name}」不在项目之内：从 fiscal.json 所在的文件夹写起，不写 ..，不写盘符。',
  'project-severity-without-reason':
    '改规则 {rule} 的级别必须写明原因："{rule}": { "级别": "提示", "原因": "……" }。',
  'catalog-header-missing': '科目表缺少表头：第一行应有“科目编码”和“科目名称”两列。',
  'catalog-code-malformed': '科目表里的编码「{code}」不正确。',
  'catalog-name-missing': '科目表里编码 {code} 没有名称。',
  'catalog-code-duplicate': '科目表里编码 {code} 出现了两次。',
  'catalog-level-mismatch': '科目表里编码 {code} 的级次与编码长度不符。',
};

/** Why a file that was named is of no use. */
export const unreadableReasons: Record<string, string> = {
  gbk: '看来是 GBK 编码，请另存为 UTF-8',
  'utf-16': '是 UTF-16 编码，请另存为 UTF-8',
  'not-utf-8': '不是 UTF-8 编码',
  binary: '不是文本文件',
  'too-large': '超过 20 MB',
  'not-ordinary': '不是普通文件',
  'no-access': '打不开',
};

/** What the parser's tokens are called. */
export const tokenNames: Record<string, string> = {
  NAME: '名称',
  NUMBER: '数字',
  CODE: '科目编码',
  STRING: '引号括起的文字',
  UNIT: '计量单位',
  DATE: '日期',
  PROJECT: '“项目”',
  TEXT_BLOCK: '文本块',
  TEXT_OPEN: '文字',
  EOF: '文件结尾',
  '{': '“{”',
  '}': '“}”',
  '=': '“=”',
  '】': '“】”',
  ')': '“）”',
};
