/** Only these lead somewhere harmless; anything else (javascript:, data:, file:, relative paths) stays text. */
const allowed = /^(?:https?:\/\/|mailto:|#)/i;

/** Whether a link may lead there. */
export function isAllowedTarget(target: string): boolean {
  return allowed.test(target);
}
