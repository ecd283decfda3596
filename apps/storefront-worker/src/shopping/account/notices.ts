import type { AccountTexts } from '../../formatting/texts/account/index.js';
import type { Visit } from '../visit/visit.js';

/** What `?done=` may say: the names of texts, so that nobody can put words onto a page by a link. */
const NOTICES = {
  'signed-out': 'signedOut',
  'new-password': 'passwordChanged',
  confirm: 'confirmMail',
  registered: 'registered',
  'link-sent': 'linkSent',
  saved: 'saved',
  password: 'savedPassword',
  address: 'addressSaved',
  'address-removed': 'addressRemoved',
  cancelled: 'cancelled',
  wish: 'wishlistAdded',
  'wish-removed': 'wishlistRemoved',
  review: 'reviewSent',
  subscribed: 'subscribed',
  unsubscribed: 'unsubscribed',
  'newsletter-mail': 'subscribedOrMail',
  contact: 'contactSent',
} as const satisfies Record<string, keyof AccountTexts>;

export type NoticeName = keyof typeof NOTICES;

/** A path that says on its page what was just done. */
export function noticePath(path: string, name: NoticeName): string {
  return `${path}?done=${name}`;
}

/** What a page says was just done. */
export function noticeOf({ asked: { url } }: Visit, texts: AccountTexts): string | undefined {
  const name = url.searchParams.get('done') ?? '';
  return isNotice(name) ? texts[NOTICES[name]] : undefined;
}

function isNotice(name: string): name is NoticeName {
  return Object.hasOwn(NOTICES, name);
}
