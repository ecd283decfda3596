/** Says at the cart's sign how much is in it. Pages are everybody's, so only the browser knows. */
export function showCartCount(): void {
  const count = cartCountIn(document.cookie);
  for (const sign of document.querySelectorAll<HTMLElement>('[data-cart-count]')) {
    sign.textContent = count > 0 ? String(count) : '';
    sign.hidden = count === 0;
  }
}

/** The pieces in the cart by the cookie that every answer about it sets; 0 without one. */
export function cartCountIn(cookies: string): number {
  const value = /(?:^|;\s*)cart-count=(\d+(?:\.\d+)?)(?:;|$)/.exec(cookies)?.[1];
  return value === undefined ? 0 : Math.ceil(Number(value));
}
