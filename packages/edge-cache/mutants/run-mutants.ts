/**
 * Makes one mistake after another in the cache and says which tests notice: the random histories, and the others.
 *
 *   node mutants/run-mutants.ts [part of a file's name or of a mistake …]
 *
 * Ends with code 1 when a mistake goes unnoticed that is not explained as one that changes nothing.
 */
import { mutants } from './mutants.ts';
import { failingTests } from './test-run.ts';

const HISTORIES = 'src/histories/histories.test.ts';

const wanted = process.argv.slice(2);
const chosen = [...mutants.entries()].filter(
  ([, { file, mistake }]) =>
    wanted.length === 0 || wanted.some((part) => file.includes(part) || mistake.includes(part)),
);
const say = (text: string) => process.stdout.write(`${text}\n`);

const counts = { histories: 0, others: 0, either: 0, equivalent: 0 };
for (const [number, { file, mistake, equivalent }] of chosen) {
  const inHistories = await failingTests(number, [HISTORIES]);
  const inOthers = await failingTests(number, ['--exclude', HISTORIES]);
  const isCaught = inHistories.length + inOthers.length > 0;
  counts.histories += Number(inHistories.length > 0);
  counts.others += Number(inOthers.length > 0);
  counts.either += Number(isCaught);
  if (!isCaught && equivalent !== undefined) counts.equivalent += 1;
  say(`${isCaught ? 'caught' : 'MISSED'}  ${file}: ${mistake}`);
  say(`        histories: ${inHistories.length > 0 ? 'yes' : 'no'}; others: ${inOthers[0] ?? 'no'}`);
  if (!isCaught && equivalent !== undefined) say(`        changes nothing: ${equivalent}`);
}
const { histories, others, either, equivalent } = counts;
const total = chosen.length;
say(`${either} of ${total} mistakes are caught: ${histories} by histories, ${others} by other tests.`);
if (equivalent > 0) say(`${equivalent} change nothing that anybody could see.`);
if (either + equivalent < total) process.exitCode = 1;
