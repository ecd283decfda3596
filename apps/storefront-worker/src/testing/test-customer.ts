import { expect } from 'vitest';
import { TestShopper } from './test-shopper.js';

/** What every customer of these tests signs in with. */
export const PASSWORD = 'a-good-password';

let count = 0;

/** A shopper who has an account of their own and has signed in. */
export async function newCustomer(
  options: ConstructorParameters<typeof TestShopper>[0] = {},
): Promise<{ shopper: TestShopper; email: string }> {
  count += 1;
  const email = `customer-${count}-${Math.floor(Math.random() * 1e9)}@example.com`;
  const shopper = new TestShopper(options);
  const fields = { firstname: 'Mary', lastname: 'Somerville', email, password: PASSWORD };
  const { status, headers } = await shopper.submit('/account/register', fields);
  expect([status, headers.get('location')]).toEqual([303, '/account']);
  return { shopper, email };
}
