import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as z from 'zod';

const PATH = fileURLToPath(new URL('../wrangler.jsonc', import.meta.url).href);

const config = z
  .object({
    triggers: z.object({ crons: z.array(z.string()) }),
    vars: z.object({ CHANGES_CRON: z.string() }),
  })
  .parse(JSON.parse(withoutComments(readFileSync(PATH, 'utf8'))));

/** The config has comments on lines of their own. */
function withoutComments(text: string): string {
  return text.replaceAll(/^\s*\/\/.*$/gm, '');
}

test('has a trigger for what changed, named by CHANGES_CRON, and another for everything', () => {
  const { triggers, vars } = config;
  expect(triggers.crons).toContain(vars.CHANGES_CRON);
  expect(triggers.crons.filter((cron) => cron !== vars.CHANGES_CRON)).toHaveLength(1);
});
