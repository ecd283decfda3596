import type { ProductRecord } from '@maho-storefront/kv-schema';
import { surchargeText } from '../../formatting/option-surcharge.js';
import { safeUrl } from '../../formatting/safe-url.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';
import { Icon } from '../icon.js';

/** The files of a downloadable product: to be picked where they are sold one by one, else a list. */
export function DownloadLinks({ shop, product }: { shop: Shop; product: ProductRecord }) {
  if (product.downloadableLinks.length === 0) return null;
  const { locale } = shop.config;
  const texts = textsOf(locale);
  const isPicked = product.linksPurchasedSeparately === true;
  return (
    <fieldset class="option" data-one-of={isPicked ? '' : undefined}>
      <legend>{product.linksTitle ?? texts.downloads}</legend>
      {product.downloadableLinks.map((link) => {
        const sample = safeUrl(link.sampleUrl);
        return (
          <div class="download">
            {isPicked ? (
              <label class="tick">
                <input
                  type="checkbox"
                  class="checkbox"
                  name="links[]"
                  value={link.id}
                  data-amount={link.price}
                />
                <span>{link.title}</span>
                <span class="tick-price">
                  {surchargeText(link, null, { currency: product.currency, locale, texts })}
                </span>
              </label>
            ) : (
              <p class="tick">
                <Icon name="download" /> <span>{link.title}</span>
              </p>
            )}
            {link.numberOfDownloads !== undefined && link.numberOfDownloads > 0 && (
              <span class="option-hint">{texts.downloadLimit(link.numberOfDownloads)}</span>
            )}
            {sample !== undefined && (
              <a class="download-sample" href={sample}>
                {texts.sample}
                <span class="sr-only">: {link.title}</span>
              </a>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
