import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../clock.js';
import { ApiError } from '../../http/api-error.js';
import { isJsonObject, numberIn, parseJson, stringIn } from '../../json.js';
import { isSameSecret } from '../same-secret.js';
import type { ShopSettings } from '../shop-settings.js';
import type { Customer } from './customer.js';

interface Claims {
  readonly customerId: number;
  /** Names the token, so that it can be revoked. */
  readonly jti: string;
  /** Epoch seconds. */
  readonly exp: number;
}

/** A token that lets nobody in: early, so without a code; even on public routes. */
const invalidToken = (message: string) =>
  new ApiError(401, message, { slug: 'authentication_error', showsCode: false });

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Issues and reads the tokens of customers: signed, short-lived, revocable. */
export class CustomerTokens {
  readonly #settings: ShopSettings;
  readonly #now: Clock;
  readonly #secret = randomBytes(32);
  readonly #revoked = new Set<string>();
  /** Tokens of an earlier generation have expired, whatever they say. */
  #generation = 0;

  constructor(settings: ShopSettings, now: Clock) {
    this.#settings = settings;
    this.#now = now;
  }

  issue(customer: Customer): string {
    const seconds = Math.floor(this.#now() / 1000);
    const payload = encoded({
      sub: `customer_${customer.id}`,
      type: 'customer',
      customer_id: customer.id,
      jti: randomBytes(16).toString('hex'),
      iat: seconds,
      generation: this.#generation,
      exp: seconds + this.#settings.tokenSeconds,
    });
    const head = encoded({ typ: 'JWT', alg: 'HS256' });
    return `${head}.${payload}.${this.#signature(`${head}.${payload}`)}`;
  }

  /** Whom a token speaks for. Throws ApiError 401 if it is malformed, expired or revoked. */
  read(token: string): Claims {
    const [head = '', payload = '', signature = ''] = token.split('.');
    const claims = readClaims(payload);
    if (claims === undefined || signature === '') throw invalidToken('Malformed token');
    if (!isSameSecret(this.#signature(`${head}.${payload}`), signature))
      throw invalidToken('Invalid or expired token');
    if (claims.exp * 1000 <= this.#now() || claims.generation < this.#generation) {
      throw invalidToken('Token has expired');
    }
    if (this.#revoked.has(claims.jti)) throw invalidToken('Token has been revoked');
    return claims;
  }

  revoke({ jti }: Claims): void {
    this.#revoked.add(jti);
  }

  /** Lets every token that is out there expire at once. */
  expireAll(): void {
    this.#generation += 1;
  }

  #signature(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('base64url');
  }
}

function readClaims(payload: string): (Claims & { readonly generation: number }) | undefined {
  try {
    const value = parseJson(Buffer.from(payload, 'base64url').toString());
    if (!isJsonObject(value)) return undefined;
    const customerId = numberIn(value.customer_id);
    const jti = stringIn(value.jti);
    if (customerId === undefined || jti === undefined) return undefined;
    return { customerId, jti, exp: numberIn(value.exp) ?? 0, generation: numberIn(value.generation) ?? 0 };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
