import * as z from 'zod';

const deployLine = z.object({ type: z.literal('deploy'), targets: z.array(z.string()) });

/**
 * Where a Worker answers, from what `wrangler deploy` writes to `WRANGLER_OUTPUT_FILE_PATH`: JSON, one object a line.
 *
 * @throws Error when it names no address.
 */
export function deployedOrigins(output: string): URL[] {
  const targets = output.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    return deployLine.safeParse(JSON.parse(line)).data?.targets ?? [];
  });
  const origins = targets
    // A domain is followed by what it is: `probe.shop.example (custom domain)`.
    .map((target) => target.replace(/ \(.*\)$/, ''))
    .map((target) => (target.includes('://') ? target : `https://${target}`))
    .filter((target) => URL.canParse(target) && !target.includes('*'))
    .map((target) => new URL(new URL(target).origin));
  if (origins.length > 0) return origins;
  throw new Error(
    'wrangler deploy named no address of the Worker. Is workers.dev turned on for the account?',
  );
}
