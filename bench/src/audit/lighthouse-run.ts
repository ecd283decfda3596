import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LighthouseReport, parseReport } from './lighthouse-report.ts';

const CATEGORIES = 'performance,accessibility,best-practices,seo';

/** Where a run happens. */
export interface LighthouseRun {
  /** Path of the browser. */
  chromium: string;
  /** For the report; it is written anew with each run. */
  folder: string;
}

/**
 * Audits a page as a slow phone sees it (Lighthouse's own default). Lighthouse is fetched when it is asked for, in
 * the version of the pnpm catalog: its hundred packages are nothing that a clone of this repository needs.
 *
 * @throws Error with what Lighthouse said when it could not audit the page.
 */
export async function runLighthouse(
  url: string,
  { chromium, folder }: LighthouseRun,
): Promise<LighthouseReport> {
  const file = join(folder, 'report.json');
  const flags = [
    '--quiet',
    '--no-enable-error-reporting',
    `--only-categories=${CATEGORIES}`,
    '--output=json',
    `--output-path=${file}`,
    '--chrome-flags=--headless=new --no-sandbox',
  ];
  const child = spawn('pnpm', ['dlx', 'lighthouse@catalog:', url, ...flags], {
    env: { ...process.env, CHROME_PATH: chromium },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`Lighthouse ended with code ${code} at ${url}.\n${said.slice(-2_000)}`);
  return parseReport(JSON.parse(await readFile(file, 'utf8')));
}
