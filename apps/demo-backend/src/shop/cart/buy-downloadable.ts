import type { Product } from '../../catalogue/product.js';
import { type JsonObject, numberIn, numbersIn, objectsIn, stringIn } from '../../json.js';
import { buySingle } from './buy-single.js';
import { type BuyContext, itemRecord, notAddable, type Purchase } from './purchase.js';

/** Files; where links are sold separately, at least one of the product's own must be named. */
export function buyDownloadable(
  context: BuyContext,
  product: Product,
  qty: number,
  body: JsonObject,
): Purchase {
  const record = itemRecord(context, product);
  const asked = numbersIn(body.links);
  const links = objectsIn(record.downloadableLinks).filter((link) => asked.includes(numberIn(link.id) ?? 0));
  if (record.linksPurchasedSeparately === true && links.length === 0) {
    throw notAddable('Please specify product link(s).');
  }
  const single = buySingle(context, product, qty, body);
  const added = links.reduce((sum, link) => sum + (numberIn(link.price) ?? 0), 0);
  const titles = links.map((link) => String(link.title));
  const label = stringIn(record.linksTitle) ?? 'Links';
  return {
    ...single,
    key: `${single.key}:${asked.join()}`,
    options: (now) => [...single.options(now), ...titles.map((value) => ({ label, value }))],
    parts: (pieces, now) =>
      single.parts(pieces, now).map((part) => ({ ...part, unitPrice: part.unitPrice + added })),
    buyRequest: { ...single.buyRequest, links: links.map((link) => numberIn(link.id) ?? 0) },
    orderOptions: { ...single.orderOptions, links: links.map((link) => numberIn(link.id) ?? 0) },
  };
}
