import { makeApp } from './app.js';
import type { Environment } from './environment.js';
import { ShopPages } from './storefront/shop-pages.js';
import { runScheduledSync } from './sync/scheduled-sync.js';

/** The Worker's entry points, as one isolate has them. */
export function makeWorker() {
  const pages = new ShopPages();
  const app = makeApp(pages);
  return {
    fetch(request, environment, context) {
      return pages.recall(request) ?? app.fetch(request, environment, context);
    },
    async scheduled({ cron }, environment) {
      await runScheduledSync(environment, cron);
    },
  } satisfies ExportedHandler<Environment>;
}

export const worker = makeWorker();
