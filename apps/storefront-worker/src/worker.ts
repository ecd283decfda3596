import { makeApp } from './app.js';
import type { Environment } from './environment.js';
import { runScheduledSync } from './sync/scheduled-sync.js';

const app = makeApp();

/** The Worker's entry points. */
export const worker = {
  fetch(request, environment, context) {
    return app.fetch(request, environment, context);
  },
  async scheduled({ cron }, environment) {
    await runScheduledSync(environment, cron);
  },
} satisfies ExportedHandler<Environment>;
