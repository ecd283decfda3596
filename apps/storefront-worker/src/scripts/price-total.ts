/** Something chosen that adds to the price. */
export interface Pick {
  /** For one piece, in the product's currency. */
  amount: number;
  qty: number;
}

/** A price that holds from a quantity on. */
export interface Tier {
  qty: number;
  price: number;
}

/**
 * What a number of pieces costs with everything that is picked.
 *
 * @param base price of one piece; a tier price below it takes its place.
 */
export function totalPrice(
  base: number,
  tiers: readonly Tier[],
  picks: readonly Pick[],
  qty: number,
): number {
  const reached = tiers.filter((tier) => tier.qty <= qty).map((tier) => tier.price);
  const piece = Math.min(base, ...reached);
  return (piece + picks.reduce((sum, pick) => sum + pick.amount * pick.qty, 0)) * qty;
}

/** “5:9.5,10:9” → two tiers; what is no pair of numbers is left out. */
export function parseTiers(text: string): Tier[] {
  return text.split(',').flatMap((pair) => {
    const [qty = Number.NaN, price = Number.NaN] = pair.split(':').map(Number);
    return Number.isFinite(qty) && Number.isFinite(price) ? [{ qty, price }] : [];
  });
}
