import { badRequest } from '../../http/api-error.js';
import type { Cart } from '../cart/cart.js';
import type { GiftCardSetting, GiftCardStatus } from '../shop-settings.js';

/** A gift card that was issued; its balance shrinks with every order that uses it. */
export interface GiftCard {
  readonly code: string;
  balance: number;
  status: GiftCardStatus;
}

export function issuedGiftCards(settings: readonly GiftCardSetting[]): Map<string, GiftCard> {
  return new Map(settings.map(({ code, balance, status = 'active' }) => [code, { code, balance, status }]));
}

const UNUSABLE: Readonly<Record<Exclude<GiftCardStatus, 'active'>, string>> = {
  pending: 'is pending activation',
  expired: 'has expired',
  used: 'has been fully used',
};

/** Puts a card on a cart, with the balance it has now. Throws ApiError 400 in Maho's words. */
export function applyGiftCard(cart: Cart, cards: ReadonlyMap<string, GiftCard>, code: string): void {
  if (code === '') throw badRequest('Gift card code is required');
  if (cart.lines.some(({ purchase }) => purchase.productType === 'giftcard')) {
    throw badRequest('Gift cards cannot be used to purchase gift card products');
  }
  const card = cards.get(code);
  if (card === undefined) throw badRequest(`Gift card "${code}" is not valid`);
  if (card.status !== 'active') throw badRequest(`Gift card "${code}" ${UNUSABLE[card.status]}`);
  if (cart.giftCards.has(code)) throw badRequest(`Gift card "${code}" is already applied`);
  cart.giftCards.set(code, card.balance);
}

/** Takes a card off a cart. Throws ApiError 400 if it is not on it. */
export function removeGiftCard(cart: Cart, code: string): void {
  if (!cart.giftCards.delete(code)) throw badRequest(`Gift card "${code}" is not applied to this cart`);
}

/** Takes an amount from the cards of an order, in the order they were applied. */
export function spend(cart: Cart, cards: ReadonlyMap<string, GiftCard>, amount: number): void {
  let left = amount;
  for (const code of cart.giftCards.keys()) {
    const card = cards.get(code);
    if (card === undefined || left <= 0) continue;
    const taken = Math.min(card.balance, left);
    card.balance -= taken;
    left -= taken;
    if (card.balance <= 0) card.status = 'used';
  }
}
