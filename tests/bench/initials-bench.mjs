/** How soon the right subject stands first where its name is typed by the initials of its pinyin. */
import { afterTwo, lists, reachable, subjects, typeInitials } from './initials.mjs';
import { print } from './print.mjs';

const fresh = [];
for (const subject of subjects) fresh.push({ subject, places: await typeInitials(subject) });
const most = reachable(subjects);
// Of those that begin with the same two letters only one can stand first.
tell(
  'typed by initials into an empty block',
  fresh,
  most,
  `95% of the ${most} that any order could put there`,
);
const lost = fresh.filter(({ subject, places }) => places.get(subject.typed.length) < 0);
print(`never found: ${lost.length}`, lost.length === 0, 'none');

const inOrder = [];
for (const list of lists)
  for (const [index, subject] of list.entries())
    inOrder.push({
      subject,
      places: await typeInitials(subject, { above: list.slice(0, index), lengths: [1, 2] }),
    });
tell('typed by initials below the lines before it', inOrder, inOrder.length, '80%', 0.8);

if (process.argv.includes('--list'))
  for (const { subject, places } of [...fresh, ...inOrder])
    if (afterTwo(places) !== 0) console.log(subject.heads.join('/'), subject.name, ...places.values());

function tell(what, results, possible, target, share = 0.95) {
  const first = results.filter(({ places }) => afterTwo(places) === 0).length;
  const percent = `${((100 * first) / results.length).toFixed(1)}%`;
  print(
    `${what}, first after two letters: ${first} of ${results.length} (${percent})`,
    first >= share * possible,
    target,
  );
}
