import type { Finding } from '../../findings/finding.js';
import { changesIn, pairsIn } from '../../prose/change.js';
import type { Quantity } from '../../prose/quantity.js';
import { labelBefore, type Sentence } from '../../prose/sentence.js';
import { newMessage } from '../../findings/new-finding.js';

/** 与上年持平，增加 3 万元 · 增加 3 万元，与上年持平; 基本持平 leaves room for a little. */
const levelThenChange = /(?<!基本)持平[，,、（(]\s*(?:但|其中)?(?<word>增加|减少|增长|下降)了?\s*$/;
const levelBehind = /^[，,、（(]\s*(?:比|较|与|同)(?:上年|去年|\d{4}\s*年度?)(?:决算数?|相比)*持平/;

/** T007: the words for up and down contradict each other; R016: an amount grows by 百分点. */
export function* directionFindings(sentence: Sentence): Generator<Finding> {
  const { passage, quantities } = sentence;
  const { text } = passage;
  const changes = changesIn(sentence);
  for (const { current, direction, rate, rateDirection } of changes) {
    if (!rate || !rateDirection) continue;
    const label = labelBefore(text, current);
    const origin = passage.originOf(rate.start, rate.end);
    if (direction.sign !== rateDirection.sign)
      yield newMessage('T007', origin, 'direction', {
        label,
        first: direction.word,
        second: rateDirection.word,
      });
    else if (rate.unit !== '%')
      yield newMessage('R016', passage.originOf(rate.start, rate.after), 'percentage-points', { label });
  }
  yield* opposedPairs(
    sentence,
    changes.map(({ change }) => change),
  );
  for (const [index, one] of quantities.entries()) {
    if (one.figure.value.isZero()) continue;
    const from = quantities[index - 1]?.after ?? sentence.start;
    const word = levelThenChange.exec(text.slice(from, one.start))?.groups?.word;
    const change = /(增加|减少|增长|下降)了?\s*$/.exec(text.slice(from, one.start))?.[1];
    const isLevel = word ?? (levelBehind.test(text.slice(one.after, sentence.end)) ? change : undefined);
    if (isLevel) {
      const amount = text.slice(one.start, one.after);
      yield newMessage('T007', passage.originOf(one.start, one.end), 'level', { word: isLevel, amount });
    }
  }
}

/** 较年初预算减少 0.40 万元，增长 3.08%: whatever changed, it did not do both. */
function* opposedPairs(sentence: Sentence, told: readonly Quantity[]): Generator<Finding> {
  const { passage } = sentence;
  for (const { change, direction, rate, rateDirection } of pairsIn(sentence)) {
    if (direction.sign === rateDirection.sign || told.includes(change)) continue;
    yield newMessage('T007', passage.originOf(rate.start, rate.end), 'direction', {
      label: passage.text.slice(change.start, change.after),
      first: direction.word,
      second: rateDirection.word,
    });
  }
}
