import type { Product } from '../catalogue/product.js';
import { HOST_PLACEHOLDER } from '../catalogue/store-view.js';
import { utcDateTime } from '../clock.js';
import { ApiError, badRequest, notFound } from '../http/api-error.js';
import { type JsonObject, numberIn, numbersIn, stringIn, withoutNulls } from '../json.js';
import type { Cart } from '../shop/cart/cart.js';
import { fillCart } from '../shop/cart/fill-cart.js';
import { itemRecord } from '../shop/cart/purchase.js';
import type { Customer, WishlistEntry } from '../shop/customer/customer.js';
import {
  collection,
  created,
  NOTHING,
  numberAt,
  type ShopAnswer,
  type ShopRequest,
  signedIn,
  textIn,
} from './shop-request.js';

function entryRecord({ shop, store }: ShopRequest, customer: Customer, entry: WishlistEntry): JsonObject {
  const product = shop.catalogue.products.get(entry.productId);
  const shown = product === undefined ? {} : itemRecord(shop.buying(store), product);
  return withoutNulls({
    '@type': 'WishlistItem',
    id: entry.id,
    customerId: customer.id,
    productId: entry.productId,
    productName: shown.name,
    productSku: shown.sku,
    productPrice: shown.price,
    productFinalPrice: shown.finalPrice,
    productImageUrl: shown.smallImageUrl,
    productUrl: `${HOST_PLACEHOLDER}/${product?.urlPath ?? ''}`,
    productType: shown.type,
    qty: entry.qty,
    description: entry.description,
    addedAt: utcDateTime(entry.addedAt),
    inStock: product?.inStock ?? false,
    extensions: [],
  });
}

/** `GET /customers/me/wishlist`: all of it at once. */
export function listWishlist(request: ShopRequest): ShopAnswer {
  const customer = signedIn(request);
  return collection(
    'WishlistItem',
    customer.wishlist.map((entry) => entryRecord(request, customer, entry)),
  );
}

/** The same product again adds to its quantity. */
function putBy(request: ShopRequest, customer: Customer, product: Product, qty: number): WishlistEntry {
  const { shop, store, body } = request;
  const known = customer.wishlist.find(({ productId }) => productId === product.id);
  if (known !== undefined) {
    known.qty += qty;
    return known;
  }
  const entry = {
    id: shop.sequences.wishlistItem.next(),
    productId: product.id,
    storeId: store.id,
    qty,
    description: stringIn(body.description),
    addedAt: shop.nowSeconds(),
  };
  customer.wishlist.push(entry);
  return entry;
}

function productOf({ shop }: ShopRequest, id: number): Product {
  const product = shop.catalogue.products.get(id);
  if (product === undefined || !product.enabled) throw notFound('Product not found');
  return product;
}

/** `POST /customers/me/wishlist`. */
export function addToWishlist(request: ShopRequest): ShopAnswer {
  const customer = signedIn(request);
  const id = numberIn(request.body.productId);
  if (id === undefined) throw badRequest('Product ID is required');
  const qty = Math.max(1, numberIn(request.body.qty) ?? 1);
  const entry = putBy(request, customer, productOf(request, id), qty);
  return created('WishlistItem', entryRecord(request, customer, entry));
}

/** `POST /customers/me/wishlist/sync`: a guest's list joins the customer's; one item is answered, not the list. */
export function syncWishlist(request: ShopRequest): ShopAnswer {
  const customer = signedIn(request);
  const known = new Set(customer.wishlist.map(({ productId }) => productId));
  const ids = numbersIn(request.body.productIds);
  if (ids.length === 0) throw badRequest('Product IDs are required');
  for (const id of ids.filter((candidate) => !known.has(candidate))) {
    const product = request.shop.catalogue.products.get(id);
    if (product?.enabled === true) putBy(request, customer, product, 1);
  }
  const last = customer.wishlist.at(-1);
  if (last === undefined) throw notFound('Product not found');
  return created('WishlistItem', entryRecord(request, customer, last));
}

function entryAt(request: ShopRequest): WishlistEntry {
  const id = numberAt(request, 0);
  const own = signedIn(request).wishlist.find((entry) => entry.id === id);
  if (own !== undefined) return own;
  const isSomebodys = request.shop.customers
    .all()
    .some(({ wishlist }) => wishlist.some((entry) => entry.id === id));
  if (isSomebodys) throw new ApiError(403, 'Access denied to this wishlist item');
  throw notFound('Wishlist item not found');
}

function drop(customer: Customer, gone: WishlistEntry): void {
  customer.wishlist = customer.wishlist.filter((entry) => entry !== gone);
}

/** `DELETE /customers/me/wishlist/{id}`. */
export function removeFromWishlist(request: ShopRequest): ShopAnswer {
  drop(signedIn(request), entryAt(request));
  return NOTHING;
}

/** `POST /customers/me/wishlist/{id}/move-to-cart`: by SKU alone, so that whatever needs a choice stays on the list. */
export function moveToCart(request: ShopRequest): ShopAnswer {
  const customer = signedIn(request);
  const entry = entryAt(request);
  const { sku } = productOf(request, entry.productId);
  const cart = targetCart(request, customer);
  try {
    fillCart(request.shop, cart, { sku, qty: numberIn(request.body.qty) ?? entry.qty });
  } catch (error) {
    if (error instanceof ApiError) throw badRequest('Failed to add item to cart');
    throw error;
  }
  drop(customer, entry);
  return created('WishlistItem', entryRecord(request, customer, entry));
}

/** The cart that is named, by number or masked id; else the customer's own, opened if need be. */
function targetCart({ shop, store, body }: ShopRequest, customer: Customer): Cart {
  const named = textIn(body, 'cartId');
  if (named === '')
    return shop.carts.ofCustomer(customer.id) ?? shop.carts.create(store, customer.id, shop.nowSeconds());
  const cart = shop.carts.byMaskedId(named) ?? shop.carts.byId(Number(named));
  const isFree =
    cart?.customerId === customer.id || (cart?.customerId === undefined && shop.carts.isMaskedId(named));
  if (cart === undefined || !isFree) throw notFound('Cart not found');
  return cart;
}
