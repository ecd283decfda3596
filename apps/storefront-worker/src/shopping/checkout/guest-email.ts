import type { Cart } from '@maho-storefront/maho-client/shopping';
import type { Visit } from '../visit/visit.js';

/** A shopper who comes back within a day need not type it again. */
const GUEST_EMAIL_S = 24 * 60 * 60;

/** RFC 5321 section 4.5.3.1.3. */
export const LONGEST_EMAIL = 254;

/** As strict as a browser's own check (HTML, section 4.10.5.1.5), and with a dot in the host. */
const EMAIL = /^[^\s@<>"(),:;[\]\\]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;

export function isEmail(text: string): boolean {
  return text.length <= LONGEST_EMAIL && EMAIL.test(text);
}

/**
 * Where the confirmation goes: a customer's own address, or what a guest has entered; null while there is none.
 *
 * Maho's carts have no place for a guest's, so the browser keeps it in a cookie that no script reads. It says nothing
 * that its own shopper could not have typed: it is checked as what was typed is, and not signed.
 */
export function checkoutEmail({ cookies, shopper }: Visit, cart: Cart | null): string | null {
  if (shopper.token !== undefined) return cart?.customerEmail ?? null;
  const kept = cookies.read('email');
  return kept !== null && isEmail(kept) ? kept : null;
}

export function keepEmail({ cookies }: Visit, email: string): void {
  cookies.keep('email', email, GUEST_EMAIL_S);
}
