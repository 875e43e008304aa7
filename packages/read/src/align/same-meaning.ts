/**
 * Words that say the same wherever a report is written: with which year it is compared, what introduces a reason. What
 * says of which figure something is (年初预算, 收入) is never among them.
 */
interface SameMeaning {
  /** What forms have. */
  form: RegExp;
  /** What stands for it in a text. */
  text: RegExp;
  comparedWith?: ComparedMeasure;
}

type ComparedMeasure = '上年' | '年初预算';

const lastYear = String.raw`(?:上年度?(?:年?末)?|上一年度?|去年|(?<year>20\d\d)年度?)`;
const ofLastYear = String.raw`(?:(?:决算|支出|执行|收入)数|决算|支出|同期)?`;

/** 政府采购服务支出 and 服务类采购支出. */
const purchases = ['货物', '工程', '服务'].map(
  (kind): SameMeaning => ({
    form: new RegExp(`(?:政府采购)?${kind}(?:采购)?(?:支出|金额)(?:为)?`, 'g'),
    text: new RegExp(
      `(?:政府)?(?:采购)?${kind}类?(?:的?采购)?(?:支出|金额)(?:为|共计?)?|(?:政府采购)?(?:采购)?${kind}(?:类|类?采购)?(?=[\\d,、。;和及与])`,
      'y',
    ),
  }),
);

/** 政府性基金预算财政拨款收入 and 政府性基金收入. */
const funds = ['一般公共预算', '政府性基金预算', '国有资本经营预算'].flatMap((fund) =>
  ['收入', '支出'].map(
    (side): SameMeaning => ({
      form: new RegExp(`${fund}财政拨款${side}(?!支出|和)`, 'g'),
      text: new RegExp(
        `${fund.replace('预算', fund.startsWith('一般') ? '预算' : '(?:预算)?')}(?:财政)?(?:拨款)?${side}`,
        'y',
      ),
    }),
  ),
);

const sayings: readonly SameMeaning[] = [
  ...purchases,
  ...funds,
  {
    form: /[与较比同]年初预算数?(?:相比|比较)?,?/g,
    text: /[与较比同和]年初(?:安排)?预算数?(?:相比|比较|对比|比)?,?/y,
    comparedWith: '年初预算',
  },
  {
    form: new RegExp(`[与较比同]${lastYear}(?:决算数|支出数|决算|支出)?(?:相比|比较)?,?`, 'g'),
    text: new RegExp(`(?:[与较比同和]${lastYear}${ofLastYear}(?:相比|比较|对比|比)?,?|同比,?)`, 'y'),
    comparedWith: '上年',
  },
  ...['[,。]?的?(?:主要)?(?:变动|增长|下降)?原因(?:是|为|:)', '[,。]决算数[大小]于预算数的?主要原因:'].map(
    (form) => ({
      form: new RegExp(form, 'g'),
      text: /[,。;]?(?:其|的|(?:变动|变化|增减|增减变化|增减变动|增加|增长|减少|下降|差异)的?)*(?:主要原因(?:是|为|:|在于|系)?|主要(?:是|系|为|由于|因为?)|原因(?:主要)?(?:是|为|系|:)|是?由于)(?:由于|因为?)?[,:]?/y,
    }),
  ),
  {
    form: /[,。]决算数与预算数(?:基本)?持平/g,
    text: /[,。;](?:预、?决算|决算数?与(?:年初)?预算数?)(?:数)?(?:基本|保持|完全)?(?:持平|一致|相同|相等)/y,
  },
  {
    form: /[,。]?主要用于(?:以下(?:几个)?方面)?:?/g,
    text: /[,。;]?(?:主要|具体)?(?:是|为)?用(?:于|途(?:为|是|:))(?:以下(?:几个)?方面)?:?/y,
  },
  { form: /[,。]?(?:用途)?主要包括:?/g, text: /[,。;]?(?:用途)?(?:主要|具体)?(?:包括|包含|有|用于):?/y },
  {
    form: /[,。]?其中[:,]?/g,
    text: /[,。;]?(?:其中|具体(?:为|包括|是)|分别(?:是|为)|包括|[按从][^,;:。\d]{1,8}(?:划?分|来?看)(?=[,:]))[:,]?/y,
  },
  {
    form: /支出决算(?:数)?为?(?!数)/g,
    text: /(?:全年|本年|当年|年末|实际)?(?:支出)?(?:决算(?:数|支出|金额)?|执行数|支出)(?:为|是|共计?)?/y,
  },
  {
    form: /年初预算数?为?/g,
    text: /年初(?:安排|批复|下达|核定)?的?预算(?:安排|数|金额|额)?(?:为|是)?|年初(?:安排|批复|下达|核定)(?=\d)|(?<!全年|调整|调整后|追加|上年|年度)(?:安排|批复|核定)?预算(?:数|金额|额)?(?:为|是)(?=\d)/y,
  },
  // 会议费支出 5 万元 and 会议费决算 5 万元.
  { form: /(?<!决算)支出$/g, text: /(?:支出)?决算(?:数|金额)?为?(?=\d)/y },
  { form: /结转和结余/g, text: /结转[和与及、]?结余/y },
  { form: /批次/g, text: /批次?|(?<=团组\d+)个/y },
  { form: /人次/g, text: /人次?(?![员均])/y },
  { form: /人(?![次员均])/g, text: /人次?/y },
  {
    form: /完成(?:年初)?预算的?/g,
    text: /(?:(?:完成|达到|为)(?:当年|本年|年初)?预算数?的?|占(?:当年|本年|年初)?预算数?的|(?:年初)?预算(?:完成|执行)率(?:为|达到?)?|完成率(?:为|达到?)?|(?<=预算(?:数|额)?[\d,.]{1,14}(?:亿元|万元|元))的(?=[\d.]+%))/y,
  },
  {
    form: /(?:基本)?持平|无增减/g,
    text: /(?:基本|保持)?(?:持平|一致|相同|不变|相当)|(?:没有|无)(?:增减|变化|变动|差异|增减变化|增减变动)/y,
  },
  // Of what a share is, is known; not of the budget.
  {
    form: /占(?:(?!(?<!公共|基金|经营)预算|上年|年初)[^,。;:、\d]){2,24}的(?!\d)/g,
    text: /占(?:(?!(?<!公共|基金|经营)预算|上年|年初)[^,。;:、\d]){0,24}(?=\d)/y,
  },
  { form: /占$/g, text: /占(?:(?!(?<!公共|基金|经营)预算|上年|年初)[^,。;:、\d]){0,24}(?=\d)/y },
  {
    form: /收入?、?支出?总计/g,
    text: /收入总计(?:均?为)?([\d,.]+)(亿元|万元|元)[,、和及与](?:支出总计)(?=(?:均?为)?\1\2)|收入?(?:总计)?[、和与及]?支出?总(?:计|额)/y,
  },
  // 收、支总计 and 收入总计、支出总计.
  { form: /收入总计/g, text: /收入?(?:总计)?(?=[、和与及]支)/y },
  { form: /支出总计/g, text: /支出?总(?:计|额)/y },
  { form: /公务用车购置(?:费|支出)?/g, text: /购置公务用车/y },
  { form: /增加/g, text: /增加了?|增长了?|上升了?|提高了?|增支|多支出?|多用|多(?=\d)/y },
  { form: /减少/g, text: /减少了?|下降了?|降低了?|压减了?|节约了?|节省了?|减支|少支出?|少用|少了?(?=\d)/y },
  { form: /增长/g, text: /(?:增长|上升|提高|增加|上涨)(?:了|幅度为?)?|[增升]幅为?|超出(?=\d)/y },
  { form: /下降/g, text: /(?:下降|降低|减少|压减)(?:了|幅度为?)?|降幅为?/y },
  { form: /涉及(?:预算)?(?:金额|资金)/g, text: /涉及(?:项目)?(?:预算)?(?:金额|资金)(?:为|共计?)?/y },
  { form: /平均得分/g, text: /(?:自评)?(?:平均(?:得分|分)|均分)(?:为|达到?)?/y },
  { form: /开展了/g, text: /(?:组织)?(?:开展|进行|实施|完成)了?/y },
  // Two sentences in one.
  { form: /。/g, text: /[,;]/y },
  { form: /年12月31日/g, text: /年(?:12月)?(?:末|底)/y },
  // 全年没有安排因公出国（境）团组.
  {
    form: /全年安排(?=因公)/g,
    text: /(?:全年|当年|本年度?|20\d\d年度?)?(?:未|没有|无)?(?:安排|组织)?(?=因公)/y,
  },
  { form: /截至20\d\d年12月31日,/g, text: /(?:截至)?(?:本?年(?:末|底)|20\d\d年(?:末|底)),?/y },
  {
    form: /(?:单位|本部门)?共有公务用车/g,
    text: /(?:年末)?公务用车(?:实有|保有)(?:量|数)?(?:共|总计)?(?:为|有)?(?=\d)/y,
  },
  // 接待国内来访 21 批 and 国内公务接待 21 批次.
  {
    form: /国内公务接待$/g,
    text: /共?接待国内(?:公务)?(?:来访)?(?:团组|来宾|客人|人员)?|国内(?:来访)?接待(?:团组|来宾)?/y,
  },
  {
    form: /政府采购支出总额/g,
    text: /(?:实施|完成|组织|发生)?政府采购(?:支出|合同|采购)?(?:总额|总金额|金额|规模)?(?:为|共计?)?(?=\d)/y,
  },
];

/** Words that say nothing of figures: they may stand anywhere, and be left out. */
const light = String.raw`本部门|我部门|本单位|我单位|我局|本局|本年度?|当年|全年(?!预算)|年度|共计|总共|共|(?<=[,;])计(?=\d)|约|的|为|是|数|度|各|均|分别|即|则|接待(?=\d+人)|金额(?=\d)|实际|实现|具体|其中|(?<!没有|未)发生(?=\p{Script=Han})|来宾(?=\d)|(?:组织|开展|完成|进行)了?的?(?=绩效)|组织(?=对)|(?:支出)?(?:决算)?(?:数|额|金额|总额)?(?:共|为)?(?=\d)`;

export const lightWords = new RegExp(`(?:${light})`, 'uy');
export const lightWordsIn = new RegExp(
  `(?:本部门|本单位|我部门|我单位|按规定|年度|度|共计|共|的|为|各|(?<=费)支出$|收支(?=[与较比同]上年))`,
  'g',
);

export interface Saying {
  from: number;
  to: number;
  text: RegExp;
  /** What the form compares with, where these words say that. */
  comparedWith?: ComparedMeasure;
  /** Only this year is meant. */
  year?: string;
}

/** What of the words of a form may be said in other words. */
export function sayingsIn(words: string): Saying[] {
  const found = sayings.flatMap(({ form, text, comparedWith }) =>
    [...words.matchAll(form)].map(({ 0: said, index, groups }): Saying => {
      const year = groups?.['year'];
      return {
        from: index,
        to: index + said.length,
        text,
        ...(comparedWith && { comparedWith }),
        ...(year !== undefined && { year }),
      };
    }),
  );
  return found.filter(({ from, to }) => to > from);
}

/** The end of what says the same at this place of a text; nothing where another year is said. */
export function endOfSaying(
  { text: pattern, year, comparedWith }: Saying,
  text: string,
  at: number,
  yearOfReport: number,
): number | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (!found || found[0] === '') return undefined;
  const said = found.groups?.['year'];
  // 较上年 of a report of 2024 is 较2023年.
  const meant = year ?? (comparedWith ? String(yearOfReport - 1) : undefined);
  return said !== undefined && said !== meant ? undefined : at + found[0].length;
}

/** Words with one of each kind that says the same: 与2023年度一致 of a report of 2024 → 与上年持平. */
export function inOneWay(words: string, year?: number): string {
  const lastYearAt = new RegExp(
    year === undefined ? '上年度' : `上年度|上一年度?|去年|${year - 1}年度?`,
    'g',
  );
  return words
    .replace(lastYearAt, '上年')
    .replace(
      /(?:基本|保持)?(?:持平|一致|相同|不变|相当)|(?:没有|无)(?:增减变[化动]|增减|变化|变动|差异)/g,
      '持平',
    )
    .replace(/上升|提高|增长|增加/g, '增加')
    .replace(/降低|压减|下降|减少/g, '减少');
}

/** What a figure is called, however that is said: 年初预算数 and 年初预算为 are one. */
export function keyOfLabel(label: string): string {
  return inOneWay(
    label
      .replace(/年初(?:安排|批复|下达|核定)(?:的?预算|$)/g, '年初预算')
      .replace(/^年度?(?:相比)?/, '')
      .replace(new RegExp(`[与较比同]${lastYear}${ofLastYear}(?:相比|比较)?|同比`, 'g'), '')
      .replace(/支出决算/g, '决算')
      .replace(new RegExp(light, 'gu'), ''),
  );
}
