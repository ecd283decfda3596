import type { App, RouteHandler } from '../../http/route.js';
import type { ShopPages } from '../../storefront/shop-pages.js';
import { addShopperRoute, type VisitHandlers } from '../visit/shopper-route.js';
import {
  addAddress,
  changeAddress,
  removeAddress,
  showAddress,
  showAddresses,
  showNewAddress,
} from './addresses.js';
import { sendContact, showContact } from './contact.js';
import { sendPasswordLink, showForgottenPassword } from './forgotten-password.js';
import { setNewPassword, showNewPassword } from './new-password.js';
import { showNewsletter, subscribe } from './newsletter.js';
import { cancelOrder, orderAgain, showOrder, showOrders } from './orders.js';
import { changeNewsletter, showOverview } from './overview.js';
import { changePassword, saveProfile, showProfile } from './profile.js';
import { register, showRegister } from './register.js';
import { postReview, showReviewForm, showReviews } from './reviews.js';
import { showSignIn, signIn } from './sign-in.js';
import { signOut } from './sign-out.js';
import { addWish, moveWish, removeWish, showWish, showWishlist } from './wishlist.js';

/** Everything about who a shopper is, by path. */
export const ACCOUNT_ROUTES: Readonly<Record<string, VisitHandlers>> = {
  '/account': { GET: showOverview },
  '/account/sign-in': { GET: showSignIn, POST: signIn },
  '/account/sign-out': { POST: signOut },
  '/account/register': { GET: showRegister, POST: register },
  '/account/forgotten-password': { GET: showForgottenPassword, POST: sendPasswordLink },
  '/account/new-password': { GET: showNewPassword, POST: setNewPassword },
  // What Maho's own mail links, where the shop's address is that of the storefront.
  '/customer/account/resetpassword': { GET: showNewPassword },
  '/customer/account/resetpassword/': { GET: showNewPassword },
  '/account/profile': { GET: showProfile, POST: saveProfile },
  '/account/password': { POST: changePassword },
  '/account/newsletter': { POST: changeNewsletter },
  '/account/orders': { GET: showOrders },
  '/account/orders/:id': { GET: showOrder },
  '/account/orders/:id/cancel': { POST: cancelOrder },
  '/account/orders/:id/reorder': { POST: orderAgain },
  '/account/addresses': { GET: showAddresses },
  '/account/address': { GET: showNewAddress, POST: addAddress },
  '/account/addresses/:id': { GET: showAddress, POST: changeAddress },
  '/account/addresses/:id/remove': { POST: removeAddress },
  '/account/wishlist': { GET: showWishlist },
  '/account/wishlist/add': { GET: showWish, POST: addWish },
  '/account/wishlist/remove': { POST: removeWish },
  '/account/wishlist/move': { POST: moveWish },
  '/account/reviews': { GET: showReviews },
  '/account/review': { GET: showReviewForm, POST: postReview },
  '/newsletter': { GET: showNewsletter, POST: subscribe },
  '/contact/form': { GET: showContact, POST: sendContact },
};

/** Adds `/account…`, `/newsletter` and `/contact…`. */
export function addAccountRoutes(app: App, pages: ShopPages, beforeFirstSync: RouteHandler): void {
  for (const [path, handlers] of Object.entries(ACCOUNT_ROUTES)) {
    addShopperRoute(app, pages, beforeFirstSync, path, handlers);
  }
  addContactRoute(app, pages);
  // Maho's mails link a customer's account so.
  for (const path of ['/customer/account', '/customer/account/', '/customer/account/login/']) {
    app.get(path, (context) => context.redirect('/account', 302));
  }
}

/** `/contact` is the form, unless the shop has a page of its own there. */
function addContactRoute(app: App, pages: ShopPages): void {
  app.get('/contact', async (context, next) => {
    const asked = await pages.find(context.req.raw, context.env);
    const reader = asked && (await pages.reader(asked, context.env));
    const page = reader && (await reader.cmsPage('contact'));
    if (asked === null || page !== null) return next();
    return context.redirect('/contact/form', 302);
  });
}
