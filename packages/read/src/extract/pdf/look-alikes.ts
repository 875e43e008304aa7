/**
 * Fonts draw 长 and the radical ⻓ alike, and some programs write the radical into the text of a PDF: characters for
 * the radicals of which Unicode does not say so, or not as they are written today: ⼾ is 户.
 */
const characters: Readonly<Record<string, string>> = Object.fromEntries(
  '⼾户⺒巳⺓幺⺟母⺠民⺮竹⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻶鼻⻑長⻒镸⺝月⺌小⺕彐⺗心⺘手⺡水⺣火⺤爪⺩王⺪疋⺫罒⺬示⺭示⺱网⺲网⺴网⺶羊⺷羊⺸羊⺹老⺻聿⺿草⻀草⻊足⻌辶⻍辶⻎辶⻏邑⻐金⻖阜⻗雨⻟食⻠食⻞食⻧卤⻪黾⻫齊⻭齒⻯龍⻱龜⻲亀'
    .match(/../gu)!
    .map((pair) => [[...pair][0]!, [...pair][1]!]),
);

/** Signs that a font draws with one glyph, of which a browser writes the first: ～ comes as 〜, —— as one long dash. */
const signs: Readonly<Record<string, string>> = { '〜': '～', '∕': '／', '⸺': '——', '⸻': '———' };

/** ⽀出 → 支出 */
export function withoutLookAlikes(text: string): string {
  return text
    .replace(/[\u2e80-\u2fdf]/g, (radical) => characters[radical] ?? radical.normalize('NFKC'))
    .replace(/[〜∕⸺⸻]/g, (sign) => signs[sign]!);
}
