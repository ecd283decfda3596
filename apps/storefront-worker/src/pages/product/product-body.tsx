import { viewItemEvent } from '../../analytics/view-item-event.js';
import { DataLayerEvent } from '../../components/data-layer-event.js';
import { PriceTag } from '../../components/price-tag.js';
import { AttributeTable } from '../../components/product/attribute-table.js';
import { BuyForm } from '../../components/product/buy-form.js';
import { Gallery } from '../../components/product/gallery.js';
import { ProductWishes } from '../../components/product/product-wishes.js';
import { SpecialEnd } from '../../components/product/special-end.js';
import { StockNote } from '../../components/product/stock-note.js';
import { TierPrices } from '../../components/product/tier-prices.js';
import { ProductBadges } from '../../components/product-badges.js';
import { ProductStrip } from '../../components/product-strip.js';
import { Rating } from '../../components/rating.js';
import { RichText } from '../../components/rich-text.js';
import type { Price } from '../../formatting/price.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../shop.js';
import type { ProductPageData } from './product-page.js';
import type { ProductPicture } from './product-pictures.js';
import { isInStock } from './product-stock.js';

export interface ProductBodyProps {
  shop: Shop;
  data: ProductPageData;
  pictures: readonly ProductPicture[];
  price: Price | null;
}

export function ProductBody({ shop, data, pictures, price }: ProductBodyProps) {
  const { product } = data;
  const texts = textsOf(shop.config.locale);
  const isAvailable = isInStock(product);
  return (
    <div class="page-width">
      <div class="product">
        <Gallery shop={shop} pictures={pictures} />
        <div class="product-panel">
          <ProductBadges shop={shop} product={product} price={price} isSoldOut={!isAvailable} />
          <h1>{product.name}</h1>
          <Rating shop={shop} reviewCount={product.reviewCount} averageRating={product.averageRating} />
          {price === null ? (
            <p class="price">{texts.priceOnRequest}</p>
          ) : (
            <PriceTag shop={shop} price={price} class="price price-large" />
          )}
          <SpecialEnd shop={shop} product={product} price={price} />
          <StockNote shop={shop} product={product} isAvailable={isAvailable} />
          {product.shortDescription && <RichText html={product.shortDescription} class="product-short" />}
          <TierPrices shop={shop} product={product} />
          <BuyForm
            shop={shop}
            product={product}
            price={price}
            isAvailable={isAvailable}
            problem={data.problem ?? null}
          />
          <ProductWishes shop={shop} product={product} />
          <p class="product-sku">
            {texts.sku} {product.sku.trim()}
          </p>
        </div>
      </div>
      <div class="product-story">
        {product.description && (
          <section aria-labelledby="description">
            <h2 id="description" class="section-title">
              {texts.description}
            </h2>
            <RichText html={product.description} />
          </section>
        )}
        <AttributeTable shop={shop} attributes={product.attributes} />
      </div>
      <ProductStrip shop={shop} id="related" title={texts.related} products={data.related} />
      <ProductStrip shop={shop} id="upsell" title={texts.upsell} products={data.upsell} />
      {!data.problem && <DataLayerEvent shop={shop} event={viewItemEvent(product, price)} />}
    </div>
  );
}
