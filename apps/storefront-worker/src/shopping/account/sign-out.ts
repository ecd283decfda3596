import { MahoApiError } from '@maho-storefront/maho-client';
import { logError } from '../../log.js';
import { localPath } from '../visit/local-path.js';
import { seeOther } from '../visit/personal-page.js';
import { readForm } from '../visit/read-form.js';
import { isSessionOver } from '../visit/signed-in.js';
import type { Visit } from '../visit/visit.js';
import { noticePath } from './notices.js';

/** `POST /account/sign-out`: the browser forgets the customer whatever the shop says. */
export async function signOut(visit: Visit): Promise<Response> {
  const { cookies, maho, shopper, asked } = visit;
  const to = localPath((await readForm(visit)).get('to'));
  const { token } = shopper;
  cookies.dropAll();
  try {
    if (token !== undefined) await maho.tokens.signOut({ ...shopper, token });
  } catch (error) {
    if (!(error instanceof MahoApiError)) throw error;
    // The token is then good until it ends by itself, and nobody has it any more.
    if (!isSessionOver(error))
      logError('token_not_revoked', { store: asked.store.code, reason: error.message });
  }
  return seeOther(visit, to ?? noticePath('/account/sign-in', 'signed-out'));
}
