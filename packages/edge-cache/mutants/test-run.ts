import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '..');
const VITEST = join(PACKAGE, 'node_modules', 'vitest', 'vitest.mjs');

const HISTORIES = 'src/histories/histories.test.ts';

/** Which of the package's tests: the random histories, or all others. */
export type Tests = 'histories' | 'others';

/** What Vitest's JSON reporter says of a run, as far as it is read here. */
interface Report {
  numTotalTests: number;
  testResults: { assertionResults: { status: string; title: string }[] }[];
}

/**
 * Runs tests with one mistake.
 *
 * @param mutant number of the mutant.
 * @returns titles of those that failed.
 * @throws Error when no test ran: the mistake is none that anybody could make.
 */
export async function failingTests(mutant: number, tests: Tests): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mutant-'));
  const output = join(folder, 'report.json');
  try {
    const config = ['--config', 'mutants/vitest.config.ts', '--reporter', 'json', '--outputFile', output];
    const chosen = tests === 'histories' ? [HISTORIES] : ['--exclude', HISTORIES];
    const said = await vitest(['run', ...config, ...chosen], mutant);
    // Written by Vitest, whose version is pinned.
    const report = JSON.parse(await readFile(output, 'utf8').catch(() => '{"numTotalTests":0}')) as Report;
    if (report.numTotalTests === 0) throw new Error(`No test ran with mutant ${mutant}:\n${said}`);
    return report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.flatMap(({ status, title }) => (status === 'failed' ? [title] : [])),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns what it said. */
function vitest(args: readonly string[], mutant: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [VITEST, ...args], {
      cwd: PACKAGE,
      env: { ...process.env, MUTANT: String(mutant) },
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(String(part)));
    child.once('error', reject);
    child.once('close', () => resolve(said.join('')));
  });
}
