/**
 * Entry of `pnpm audit:pages`: Lighthouse over the demo shop's pages; ends with code 1 when a promise is broken.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../../apps/storefront-worker/browser/find-chromium.mjs';
import { startSyncedShop } from '../../../scripts/demo/synced-shop.mjs';
import { thisMachine } from '../report/machine.ts';
import { print } from '../report/print.ts';
import { type AuditOptions, HELP, readAuditOptions } from './audit-options.ts';
import { auditedPages } from './audited-pages.ts';
import type { LighthouseReport } from './lighthouse-report.ts';
import { runLighthouse } from './lighthouse-run.ts';
import { type PageQuality, pageQuality } from './page-quality.ts';
import { brokenPromises } from './quality-promises.ts';
import { loadTable, qualityRecord, scoreTable } from './quality-record.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SHOP_SIZE = ['--products', '220', '--categories', '12', '--stores', '2'];

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const options = readAuditOptions(process.argv.slice(2));
if (options.asksForHelp) print(HELP);
else await audit(options);

async function audit({ runs, writesRecord }: AuditOptions): Promise<void> {
  const chromium = findChromium();
  const machine = thisMachine();
  const folder = await mkdtemp(join(tmpdir(), 'page-audit-'));
  print('Starts and syncs a demo shop …');
  const shop = await startSyncedShop(ROOT, SHOP_SIZE);
  try {
    const pages: PageQuality[] = [];
    const [storefront] = shop.storefronts;
    if (storefront === undefined) throw new Error('The demo shop has no store view.');
    for (const { kind, url } of await auditedPages(storefront.url, storefront.code)) {
      const reports: LighthouseReport[] = [];
      for (let run = 1; run <= runs; run += 1) {
        reports.push(await runLighthouse(url, { chromium, folder }));
        print(`${kind}, run ${run} of ${runs}: performance ${reports.at(-1)?.scores.performance}`);
      }
      pages.push(pageQuality(kind, reports));
    }
    const broken = pages.flatMap(brokenPromises);
    print(`\n${scoreTable(pages)}\n\n${loadTable(pages)}\n`);
    for (const line of broken) print(`FAIL  ${line}`);
    if (writesRecord) {
      await writeFile(join(ROOT, 'docs', 'page-quality.md'), qualityRecord({ machine, runs, pages, broken }));
    }
    if (broken.length > 0) process.exitCode = 1;
  } finally {
    await shop.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
