import { accountTexts } from '../../formatting/texts/account/index.js';
import { type FormState, typedIn } from '../../pages/account/form-state.js';
import type { Shop } from '../../pages/shop.js';

const STARS = [5, 4, 3, 2, 1];

/** One to five stars. */
export function RatingField({ shop, form }: { shop: Shop; form: FormState }) {
  const texts = accountTexts(shop.config.locale);
  const { value, problem } = typedIn(shop, form, 'rating');
  return (
    <fieldset class="field" aria-describedby={problem === undefined ? undefined : 'rating-problem'}>
      <legend>{texts.rating}</legend>
      <div class="value-buttons">
        {STARS.map((count) => (
          <label class="value-button">
            <input type="radio" name="rating" value={count} checked={value === String(count)} required />
            <span>{texts.stars(count)}</span>
          </label>
        ))}
      </div>
      {problem !== undefined && (
        <p id="rating-problem" class="field-problem">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
