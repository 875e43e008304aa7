/** What a project file may say. */
export const projectKeys = ['$schema', '模板', '排除', '规则', '基线', '成文'] as const;

export type ProjectKey = (typeof projectKeys)[number];

/** What it may say of publications. */
export const outputKeys = ['文件夹', '名称'] as const;

/** What it may say of a rule. */
export const levelKeys = ['级别', '原因'] as const;
