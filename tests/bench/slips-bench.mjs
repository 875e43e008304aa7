/** How many slips of the hand give exactly one message, at their place: over all examples, by their kinds. */
import { costOf, examples, slips } from './slips.mjs';

const each = 6;

let good = 0;
let all = 0;
for (const [kind, make] of Object.entries(slips)) {
  const costs = examples.flatMap((example) =>
    spread(make(example.text)).map((slip) => costOf(kind, example, slip)),
  );
  const own = costs.filter(({ isGood }) => isGood).length;
  const most = Math.max(0, ...costs.map(({ told }) => told.length));
  console.log(`${String(own).padStart(4)} of ${String(costs.length).padEnd(4)} most ${most}  ${kind}`);
  good += own;
  all += costs.length;
}
console.log(`one slip, one message: ${good} of ${all} (${((100 * good) / all).toFixed(1)}%)`);

/** Some of many places, from the beginning to the end. */
function spread(places) {
  const step = Math.max(1, places.length / each);
  return Array.from(
    { length: Math.min(each, places.length) },
    (_, index) => places[Math.floor(index * step)],
  );
}
