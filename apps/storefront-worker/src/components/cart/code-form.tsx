import { cartTexts } from '../../formatting/texts/cart/index.js';
import type { Shop } from '../../pages/shop.js';
import { TextField } from '../form/text-field.js';
import type { CartFormProblem } from './cart-view.js';

export interface CodeFormProps {
  shop: Shop;
  /** Of the field, and of the form's address below `/cart`. */
  name: 'coupon' | 'gift-card';
  label: string;
  /** Codes that are on the cart. */
  applied: readonly { code: string; title: string }[];
  /** Whether there may be another one. */
  takesMore: boolean;
  problem: CartFormProblem | null;
}

/** Codes of one kind, each to be taken off, and a field for another. */
export function CodeForm({ shop, name, label, applied, takesMore, problem }: CodeFormProps) {
  const texts = cartTexts(shop.config.locale);
  return (
    <>
      {applied.map(({ code, title }) => (
        <form class="applied-code" method="post" action={`/cart/${name}/remove#codes`}>
          <input type="hidden" name="code" value={code} />
          <span>{title}</span>
          <button type="submit" class="text-button">
            {texts.remove}
            <span class="sr-only">: {title}</span>
          </button>
        </form>
      ))}
      {takesMore && (
        <form class="code-form" method="post" action={`/cart/${name}#codes`}>
          <TextField
            name={name}
            label={label}
            value={problem?.typed[name]}
            required
            autocomplete="off"
            maxlength={255}
            problem={problem?.message}
          />
          <button type="submit" class="btn">
            {texts.apply}
          </button>
        </form>
      )}
    </>
  );
}
