/** What a setting may be. */
export interface SettingForm {
  standard: string;
  accepts(value: string): boolean;
  /** Values to suggest where a wrong one was given. */
  examples: readonly string[];
  /** The wrong value as it may have been meant. */
  meant?(value: string): string[];
}

/** What may stand in braces in a scheme of numbers. */
export const numberHoles: readonly string[] = ['中文', '数字'];

/** Every setting of a template with its default, see `readSettings`. */
export const settingForms: ReadonlyMap<string, SettingForm> = new Map([
  ['百分比小数', digits('2')],
  ['百分比去零', choice('否', '是')],
  ['正文小数', decimals('去零')],
  ['正文千分位', choice('否', '是')],
  ['正文空值', words('零')],
  ['正文零值', choice('原样', '去零')],
  ['表内小数', decimals('原样')],
  ['表内千分位', choice('否', '是')],
  ['表内空值', words('')],
  ['零值', words('零')],
  ['未填', words('未填')],
  ['未发生', words('零')],
  ['不适用', words('—')],
  ['基数为零', words('—')],
  ['增长基数为零', words('')],
  ['部分编号', numbering('第{中文}部分')],
  ['部分另起页', choice('是', '否')],
  ['一级编号', numbering('{中文}、')],
  ['二级编号', numbering('（{中文}）')],
  ['三级编号', numbering('{数字}.')],
  ['四级编号', numbering('（{数字}）')],
  ['五级编号', numbering('{数字}）')],
  ['列表编号', numbering('{数字}.')],
  ['表编号', numbering('{中文}、')],
  ['图编号', numbering('图{数字}：')],
  ['表题编号', choice('否', '是')],
  ['单位标注', scheme('单位：{单位}', ['单位'])],
  ['附表标注', scheme('', ['名称', '年度', '种类'])],
  ['栏次', choice('否', '是')],
  ['行次', choice('否', '是')],
  ['目录层级', digits('2')],
  ['可不写', words('')],
  ['文档名', scheme('{名称}{年度}年度{种类}', ['名称', '年度', '种类'])],
]);

function words(standard: string): SettingForm {
  return { standard, accepts: () => true, examples: [] };
}

function numbering(standard: string): SettingForm {
  return scheme(standard, numberHoles);
}

/** A text in which some words in braces are filled in. */
function scheme(standard: string, holes: readonly string[]): SettingForm {
  return {
    standard,
    accepts: (value) => isScheme(value, holes),
    examples: [standard],
    meant: (value) => schemesLike(value, holes),
  };
}

export function isScheme(value: string, holes: readonly string[]): boolean {
  return [...value.matchAll(anyHole)].every(([, name]) => holes.includes(name!));
}

/** The scheme with a known word in the place of each that is not. */
export function schemesLike(value: string, holes: readonly string[]): string[] {
  const mended = (hole: string) =>
    value.replace(anyHole, (whole, name: string) => (holes.includes(name) ? whole : `{${hole}}`));
  return holes.map(mended);
}

const anyHole = /\{([^{}]*)\}/g;

function choice(standard: string, other: string): SettingForm {
  return { standard, accepts: (value) => value === standard || value === other, examples: [standard, other] };
}

function digits(standard: string): SettingForm {
  return { standard, accepts: (value) => /^\d$/.test(value), examples: ['0', '1', '2'] };
}

function decimals(standard: string): SettingForm {
  const named = ['去零', '原样'];
  return {
    standard,
    accepts: (value) => named.includes(value) || /^\d$/.test(value),
    examples: [...named, '2'],
  };
}
