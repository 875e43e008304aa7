/** How soon the right subject stands first where its name is typed by the initials of its pinyin. */
import { afterTwo, lists, reachable, subjects, typeInitials } from './initials.mjs';
import { print } from './print.mjs';

const fresh = [];
for (const subject of subjects) fresh.push({ subject, places: await typeInitials(subject) });
tell('typed by initials into an empty block', fresh);
console.log(
  `any order could put ${reachable(subjects)} of them first: the others begin with the same two letters`,
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
tell('typed by initials below the lines before it', inOrder);

if (process.argv.includes('--list'))
  for (const { subject, places } of [...fresh, ...inOrder])
    if (afterTwo(places) !== 0) console.log(subject.heads.join('/'), subject.name, ...places.values());

function tell(what, results) {
  const first = results.filter(({ places }) => afterTwo(places) === 0).length;
  const share = first / results.length;
  const percent = `${(100 * share).toFixed(1)}%`;
  print(`${what}, first after two letters: ${first} of ${results.length} (${percent})`, share >= 0.8, '80%');
}
