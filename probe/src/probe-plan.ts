/** What a probe is to do. */
export type ProbePlan =
  | { kind: 'local' }
  | { kind: 'deployed'; domain: string | null; isKept: boolean }
  /** In a sentence, why nothing is done. */
  | { kind: 'skipped'; reason: string };

const CREDENTIALS = ['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_ACCOUNT_ID'];

/**
 * Decides from flags and environment.
 *
 * @throws RangeError for a flag that is not known.
 */
export function probePlan(
  flags: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ProbePlan {
  const unknown = flags.find((flag) => flag !== '--local' && flag !== '--keep');
  if (unknown !== undefined) throw new RangeError(`Unknown flag "${unknown}". Known: --local, --keep.`);
  if (flags.includes('--local')) return { kind: 'local' };
  const missing = CREDENTIALS.filter((name) => (environment[name] ?? '').trim() === '');
  if (missing.length > 0) {
    const reason =
      `Skipped: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set. ` +
      'The probe deploys a Worker of its own (maho-storefront-probe) into that account and removes it afterwards; ' +
      'set PROBE_DOMAIN to a host name of the account to try caches.default on it. ' +
      'pnpm probe --local shows the probes at work in the local runtime.';
    return { kind: 'skipped', reason };
  }
  const domain = environment.PROBE_DOMAIN?.trim() || null;
  return { kind: 'deployed', domain, isKept: flags.includes('--keep') };
}
