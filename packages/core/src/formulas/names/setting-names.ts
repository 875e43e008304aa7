import type { Finding } from '../../findings/finding.js';
import { newMessage } from '../../findings/new-finding.js';
import { nearestNames } from '../problems.js';
import type { Setting, Template } from '../../model/template.js';
import { type SettingForm, settingForms } from '../../vocabulary/setting-forms.js';

/** Settings of a template that nobody knows, or whose value is none of theirs. */
export function settingFindings({ settings }: Pick<Template, 'settings'>): Finding[] {
  return [...settings.values()].flatMap(settingFinding);
}

function settingFinding({ name, value, origin }: Setting): Finding[] {
  const form: SettingForm | undefined = settingForms.get(name);
  if (form?.accepts(value)) return [];
  const suggestions = form
    ? (form.meant?.(value) ?? [...form.examples])
    : nearestNames(name, settingForms.keys());
  const [rule, code] = form ? (['Z025', 'wrong-setting'] as const) : (['Z024', 'unknown-setting'] as const);
  return [newMessage(rule, origin, code, { name, value }, suggestions)];
}
