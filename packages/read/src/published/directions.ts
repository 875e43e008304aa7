/** Words that say which way a figure went, or which of two is the greater. */
export const directions =
  /增加|减少|增长|下降|上升|持平|大于|小于|高于|低于|等于|超过|不足|没有变化|无变化|一致|相同/;
