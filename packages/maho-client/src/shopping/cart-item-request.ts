import { unsentRefusal } from './errors/unsent-refusal.js';

/** A file for an option of type `file`. */
export interface OptionFile {
  readonly name: string;
  /** The content in base64. */
  readonly base64: string;
}

/** What a gift card is made out for. */
export interface GiftCardWishes {
  readonly amount: number;
  readonly senderName?: string | undefined;
  readonly senderEmail?: string | undefined;
  readonly recipientName?: string | undefined;
  readonly recipientEmail?: string | undefined;
  readonly message?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly deliveryDate?: string | undefined;
}

/** What to put into a cart. */
export interface CartItemRequest {
  /** Of a configurable: the SKU of the child that was chosen; its parent's is refused whatever comes with it. */
  readonly sku: string;
  /** Of a grouped product this says nothing: see `grouped`. */
  readonly qty: number;
  /**
   * Custom options by id: a text, the id of a value, or several ids. Dates are text too: `2027-01-02`,
   * `2027-01-02 10:15`, `10:15`; PHP's `{ day, month, year }` is refused (recording cart/27).
   */
  readonly options?: Readonly<Record<number, string | number | readonly number[]>> | undefined;
  readonly optionFiles?: Readonly<Record<number, OptionFile>> | undefined;
  /** Ids of a downloadable product's links. */
  readonly links?: readonly number[] | undefined;
  /** Quantities of a grouped product's members by their product id. */
  readonly grouped?: Readonly<Record<number, number>> | undefined;
  /** Selections of a bundle by option id; several where the option takes several. */
  readonly bundle?: Readonly<Record<number, number | readonly number[]>> | undefined;
  /** Quantities of a bundle's selections by option id, where they may be changed. */
  readonly bundleQty?: Readonly<Record<number, number>> | undefined;
  readonly giftCard?: GiftCardWishes | undefined;
}

/**
 * The body of `POST …/items`, by the names that Maho knows.
 *
 * @throws MahoRefusal `quantity_invalid` for a quantity that JSON cannot say: it would be read as 1.
 */
export function cartItemBody(request: CartItemRequest): Record<string, unknown> {
  const { sku, qty, options, links, grouped, bundle, bundleQty } = request;
  return {
    sku,
    qty: checkedQuantity(qty),
    options,
    options_files: filesBody(request.optionFiles),
    links,
    superGroup: grouped,
    bundleOption: bundle,
    bundleOptionQty: bundleQty,
    ...giftCardBody(request.giftCard),
  };
}

/** @throws MahoRefusal `quantity_invalid` unless it is a finite number. */
export function checkedQuantity(qty: number): number {
  if (Number.isFinite(qty)) return qty;
  throw unsentRefusal('quantity_invalid', 'The quantity is not a number.');
}

function filesBody(files: CartItemRequest['optionFiles']): Record<string, unknown> | undefined {
  if (files === undefined) return undefined;
  const bodies = Object.entries(files).map(([id, { name, base64 }]) => [
    id,
    { name, base64_encoded_data: base64 },
  ]);
  return Object.fromEntries(bodies);
}

function giftCardBody(wishes: GiftCardWishes | undefined): Record<string, unknown> {
  if (wishes === undefined) return {};
  return {
    giftcardAmount: wishes.amount,
    giftcardSenderName: wishes.senderName,
    giftcardSenderEmail: wishes.senderEmail,
    giftcardRecipientName: wishes.recipientName,
    giftcardRecipientEmail: wishes.recipientEmail,
    giftcardMessage: wishes.message,
    giftcardDeliveryDate: wishes.deliveryDate,
  };
}
