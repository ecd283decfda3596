import type { Environment } from '../../environment.js';
import type { RouteContext } from '../../http/route.js';
import { LIMIT_PERIOD_S } from './limit-period.js';
import { TooManyAttemptsError } from './too-many-attempts-error.js';

/** What is limited, and the binding that counts it. Each counts for itself. */
const BINDING_OF = {
  sign_in: 'SIGN_IN_LIMIT',
  register: 'FORM_LIMIT',
  password: 'FORM_LIMIT',
  profile: 'FORM_LIMIT',
  contact: 'FORM_LIMIT',
  review: 'FORM_LIMIT',
  newsletter: 'FORM_LIMIT',
  code: 'CODE_LIMIT',
  api: 'API_LIMIT',
} as const satisfies Record<string, keyof Environment>;

export type LimitedAction = keyof typeof BINDING_OF;
export type LimitBinding = (typeof BINDING_OF)[LimitedAction];

export const LIMIT_BINDINGS: readonly LimitBinding[] = [...new Set(Object.values(BINDING_OF))];

/**
 * Counts an attempt by the shopper's address, and by what else is given: an e-mail, for one account that is tried from
 * many addresses. Without the binding everybody is let through; without an address only the rest counts.
 *
 * @throws TooManyAttemptsError, which `problemOf` makes a message of.
 */
export async function admit(
  { env, req }: RouteContext,
  action: LimitedAction,
  whoElse?: string,
): Promise<void> {
  const limit = env[BINDING_OF[action]];
  if (limit === undefined) return;
  const address = req.header('cf-connecting-ip');
  const keys = [
    ...(address === undefined ? [] : [`${action}:ip:${addressGroup(address)}`]),
    ...(whoElse === undefined || whoElse === '' ? [] : [`${action}:who:${whoElse.trim().toLowerCase()}`]),
  ];
  const answers = await Promise.all(keys.map((key) => limit.limit({ key })));
  if (answers.some(({ success }) => !success)) throw new TooManyAttemptsError(LIMIT_PERIOD_S);
}

/** An IPv6 connection has a whole /64 of addresses. One that stands for an IPv4 address (RFC 4291 2.5.5.2) is that one. */
export function addressGroup(address: string): string {
  const [, embedded] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (embedded !== undefined) return embedded;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::');
  const start = head.split(':').filter((part) => part !== '');
  const end = address.includes('::') ? tail.split(':').filter((part) => part !== '') : [];
  const zeros = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0');
  return [...start, ...(address.includes('::') ? zeros : []), ...end].slice(0, 4).join(':');
}

/** The limits that a deployment has no binding for, in sentences. */
export function limitProblems(environment: Environment): string[] {
  const missing = LIMIT_BINDINGS.filter((name) => environment[name] === undefined);
  if (missing.length === 0) return [];
  return [`Nobody is limited by ${missing.join(', ')}: the rate limit is not bound in wrangler.jsonc.`];
}
