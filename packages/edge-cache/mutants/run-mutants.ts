/**
 * Makes one mistake after another in the cache and says which test notices.
 *
 *   node mutants/run-mutants.ts [--histories] [part of a file's name or of a mistake …]
 *
 * With `--histories` the random histories alone are asked, which takes up to a minute for each mistake that they do not
 * notice; else all other tests are. Ends with code 1 when a mistake goes unnoticed that is not explained as one that
 * changes nothing.
 */
import { parseArgs } from 'node:util';
import { mutants } from './mutants.ts';
import { failingTests } from './test-run.ts';

const { values, positionals } = parseArgs({
  options: { histories: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const tests = values.histories ? 'histories' : 'others';
const isWanted = (text: string) =>
  positionals.length === 0 || positionals.some((part) => text.includes(part));
const say = (text: string) => process.stdout.write(`${text}\n`);

const counts = { all: 0, caught: 0, equivalent: 0 };
for (const [number, { file, mistake, equivalent }] of mutants.entries()) {
  if (!isWanted(file) && !isWanted(mistake)) continue;
  const [first] = await failingTests(number, tests);
  counts.all += 1;
  counts.caught += Number(first !== undefined);
  say(`${first === undefined ? 'MISSED' : 'caught'}  ${file}: ${mistake}`);
  if (first !== undefined) say(`        ${first}`);
  else if (equivalent !== undefined) {
    counts.equivalent += 1;
    say(`        changes nothing: ${equivalent}`);
  }
}
say(`${counts.caught} of ${counts.all} mistakes are caught.`);
if (counts.equivalent > 0) say(`${counts.equivalent} change nothing that anybody could see.`);
if (counts.caught + counts.equivalent < counts.all) process.exitCode = 1;
