import type { SignIn } from '@maho-storefront/maho-client/shopping';
import { platformClock } from '../../platform/clock.js';
import { forgetCart } from '../cart/open-cart.js';
import { beginSession } from '../visit/customer-session.js';
import type { Visit } from '../visit/visit.js';

/** Takes down who has signed in, and the cart that waits for them: a guest's has gone into it. */
export function startSession(visit: Visit, signIn: SignIn): void {
  const { cookies } = visit;
  cookies.keepSession(beginSession(signIn, platformClock.now()));
  if (signIn.cartId === undefined) {
    forgetCart(visit);
    return;
  }
  cookies.keepCart({ cartId: signIn.cartId });
  cookies.showCount(signIn.cartItemsQty ?? 0);
}
