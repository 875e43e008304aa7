/** What a setting may be. */
export interface SettingForm {
  standard: string;
  accepts(value: string): boolean;
  /** Values to suggest where a wrong one was given. */
  examples: readonly string[];
}

/** Every setting of a template with its default, see `readSettings`. */
export const settingForms: ReadonlyMap<string, SettingForm> = new Map([
  ['百分比小数', digits('2')],
  ['正文小数', decimals('去零')],
  ['正文千分位', choice('否', '是')],
  ['正文空值', words('零')],
  ['表内小数', decimals('原样')],
  ['表内千分位', choice('否', '是')],
  ['表内空值', words('')],
  ['零值', words('零')],
  ['未填', words('未填')],
  ['未发生', words('零')],
  ['不适用', words('—')],
  ['基数为零', words('—')],
  ['部分编号', words('第{中文}部分')],
  ['一级编号', words('{中文}、')],
  ['二级编号', words('（{中文}）')],
  ['三级编号', words('{数字}.')],
  ['四级编号', words('（{数字}）')],
  ['五级编号', words('{数字}）')],
  ['列表编号', words('{数字}.')],
  ['表编号', words('{中文}、')],
  ['图编号', words('图{数字}：')],
  ['表题编号', choice('否', '是')],
  ['单位标注', words('单位：{单位}')],
  ['目录层级', digits('2')],
  ['可不写', words('')],
  ['文档名', words('{名称}{年度}年度{种类}')],
]);

function words(standard: string): SettingForm {
  return { standard, accepts: () => true, examples: [] };
}

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
