import { textsOf } from '../../formatting/texts/index.js';
import type { ProductPicture } from '../../pages/product/product-pictures.js';
import type { Shop } from '../../pages/shop.js';
import { Picture } from '../picture.js';

const MAIN_SIZES = '(min-width: 64rem) 40rem, 100vw';

export interface GalleryProps {
  shop: Shop;
  pictures: readonly ProductPicture[];
}

/** A product's pictures in a row that scrolls; the small ones below are links to the large ones. */
export function Gallery({ shop, pictures }: GalleryProps) {
  const texts = textsOf(shop.config.locale);
  return (
    <div class="gallery" data-gallery>
      <section class="gallery-row" tabindex={pictures.length > 1 ? 0 : undefined} aria-label={texts.gallery}>
        {pictures.length === 0 && (
          <div class="gallery-picture">
            <Picture
              shop={shop}
              url={undefined}
              alt={texts.noPicture}
              width={800}
              height={800}
              sizes={MAIN_SIZES}
              priority="first"
            />
          </div>
        )}
        {pictures.map(({ url, alt }, n) => (
          <div class="gallery-picture" id={`picture-${n + 1}`}>
            <Picture
              shop={shop}
              url={url}
              alt={alt}
              width={800}
              height={800}
              sizes={MAIN_SIZES}
              priority={n === 0 ? 'first' : 'late'}
            />
          </div>
        ))}
      </section>
      {pictures.length > 1 && <Thumbnails shop={shop} pictures={pictures} />}
    </div>
  );
}

function Thumbnails({ shop, pictures }: { shop: Shop; pictures: readonly ProductPicture[] }) {
  const texts = textsOf(shop.config.locale);
  return (
    <ul class="gallery-thumbnails">
      {pictures.map(({ url }, n) => (
        <li>
          <a
            href={`#picture-${n + 1}`}
            aria-label={texts.pictureOf(n + 1, pictures.length)}
            aria-current={n === 0 ? 'true' : undefined}
          >
            <Picture shop={shop} url={url} alt="" width={96} height={96} sizes="6rem" priority="early" />
          </a>
        </li>
      ))}
    </ul>
  );
}
