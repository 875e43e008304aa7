import type { Acceptance } from '@fiscal/core';
import { messages } from '../messages.zh.js';

/** 已忽略：待财政局核实（至 2025-06-30） */
export function acceptanceWords({ reason, until }: Acceptance): string {
  return messages.accepted(reason) + (until === undefined ? '' : messages.until(until));
}
