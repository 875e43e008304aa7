/** The JSON schema of project files (fiscal.json), by which editors complete and explain them. */
import { skeletonTemplates } from '@fiscal/language';
import { nameParts, severityWords } from '@fiscal/language/project';
import { listRules } from '@fiscal/language/rules';

const text = (description, more = {}) => ({ type: 'string', minLength: 1, description, ...more });

const object = (description, properties, more = {}) => ({
  type: 'object',
  description,
  properties,
  additionalProperties: false,
  ...more,
});

export function projectSchema() {
  const level = object(
    '一条规则的级别',
    { 级别: text('提示、不查等', { enum: [...severityWords] }), 原因: text('为什么改，给审核的人看') },
    { required: ['级别', '原因'], defaultSnippets: [{ body: { 级别: '$1', 原因: '$2' } }] },
  );
  // A rule that somebody reads wrong is wrong whatever the project says.
  const rules = listRules().filter(({ id }) => !/^[ZM]\d/.test(id));
  const levels = Object.fromEntries(rules.map(({ id, title }) => [id, { ...level, description: title }]));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '决算报告的项目文件',
    ...object('这个文件夹里的全部报告共用的设置', {
      $schema: { type: 'string' },
      模板: text('报告没有写“模板”时用哪个', {
        anyOf: [{ enum: [...skeletonTemplates] }, { type: 'string' }],
      }),
      排除: {
        type: 'array',
        description: '检查文件夹时不看的文件夹和文件，如 "归档"、"**/旧稿"',
        items: text('从这个文件所在的文件夹写起'),
      },
      规则: object('规则的级别', levels, { additionalProperties: level }),
      基线: text('基线文件：其中已有的问题不计'),
      成文: object('生成的报告', {
        文件夹: text('写到哪个文件夹'),
        名称: text(`文件名：${nameParts.map((part) => `【${part}】`).join('')}`),
      }),
    }),
  };
}
