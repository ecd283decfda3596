import { unsentRefusal } from './errors/unsent-refusal.js';

/** On whose behalf a call is made. Given anew with every call; nothing of it is kept. */
export interface Shopper {
  /** The shopper's IP address: Maho's limits count by it. Without one, all shoppers share the caller's. */
  readonly address?: string | undefined;
  /** The Bearer token of a customer who has signed in. A stale one makes even public calls fail. */
  readonly token?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A shopper who has signed in. */
export interface SignedInShopper extends Shopper {
  readonly token: string;
}

/** IPv4 or IPv6, by its characters: whatever else is in there must not become a header. */
const IP_ADDRESS = /^[0-9a-fA-F:.]{2,45}$/;

/** RFC 6750 section 2.1. */
const BEARER_TOKEN = /^[\w\-.~+/]+=*$/;

/**
 * The headers that a shopper adds to a call.
 *
 * @throws MahoRefusal `session_expired` if the token cannot be one, as from a tampered cookie.
 * @throws TypeError if the address is none.
 */
export function shopperHeaders(
  { address, token }: Shopper,
  addressHeaders: readonly string[],
): Readonly<Record<string, string>> {
  return {
    ...(address === undefined ? {} : addressed(address, addressHeaders)),
    ...(token === undefined ? {} : { Authorization: `Bearer ${checkedToken(token)}` }),
  };
}

function addressed(address: string, names: readonly string[]): Record<string, string> {
  if (!IP_ADDRESS.test(address)) throw new TypeError('The address of a shopper must be an IP address');
  return Object.fromEntries(names.map((name) => [name, address]));
}

function checkedToken(token: string): string {
  if (BEARER_TOKEN.test(token)) return token;
  throw unsentRefusal('session_expired', 'The token is malformed.');
}
