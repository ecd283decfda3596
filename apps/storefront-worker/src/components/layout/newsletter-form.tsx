import { accountTexts } from '../../formatting/texts/account/index.js';
import type { Shop } from '../../pages/shop.js';

/** The newsletter at the foot of every page; what becomes of it is told at `/newsletter`. */
export function NewsletterForm({ shop }: { shop: Shop }) {
  const texts = accountTexts(shop.config.locale);
  return (
    <form class="newsletter-form" method="post" action="/newsletter">
      <label for="newsletter-email">{texts.newsletter}</label>
      <div class="join-row">
        <input
          id="newsletter-email"
          class="input"
          type="email"
          name="email"
          autocomplete="email"
          placeholder={texts.email}
          required
        />
        <button type="submit" class="btn">
          {texts.subscribeNow}
        </button>
      </div>
    </form>
  );
}
