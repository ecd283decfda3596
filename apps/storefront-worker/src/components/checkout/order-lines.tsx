import { formatCount } from '../../formatting/count.js';
import { formatMoney } from '../../formatting/money.js';

export interface OrderLine {
  name: string;
  qty: number;
  rowTotal: number;
  rowTotalInclTax?: number | undefined;
  options: readonly { label: string; value: string }[];
}

/** What is ordered, line by line. */
export function OrderLines({
  lines,
  currency,
  locale,
  label,
  withTax,
}: {
  lines: readonly OrderLine[];
  currency: string;
  locale: string;
  label: string;
  /** Whether the shop's prices hold the tax. */
  withTax: boolean;
}) {
  return (
    <ul class="order-lines" aria-label={label}>
      {lines.map(({ name, qty, rowTotal, rowTotalInclTax = rowTotal, options }) => (
        <li class="order-line">
          <span>
            {formatCount(qty, locale)} × {name}
            {options.length > 0 && (
              <span class="option-hint checkout-hint">
                {options.map((option) => `${option.label}: ${option.value}`).join(', ')}
              </span>
            )}
          </span>
          <span class="tick-price">
            {formatMoney(withTax ? rowTotalInclTax : rowTotal, currency, locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}
