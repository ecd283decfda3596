import type { CategoryNode, CmsPageRecord, ProductCard } from '@maho-storefront/kv-schema';
import { CategoryTile } from '../../components/category-tile.js';
import { EmptyState } from '../../components/empty-state.js';
import { brandName } from '../../components/layout/brand.js';
import { ProductStrip } from '../../components/product-strip.js';
import { RichText } from '../../components/rich-text.js';
import { textsOf } from '../../formatting/texts/index.js';
import { organizationData } from '../../seo/organization-data.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { HomeOpening } from './home-opening.js';

export interface HomePageData {
  /** The CMS page the backend is configured to show; null for none. */
  cms: CmsPageRecord | null;
  tiles: readonly CategoryNode[];
  products: readonly ProductCard[];
}

/** The shop's home: what the merchant wrote, its categories, and products worth showing. */
export function homePage(shop: Shop, { cms, tiles, products }: HomePageData): PageContent {
  const { config } = shop;
  return {
    status: 200,
    title: config.defaultTitle ?? cms?.title ?? brandName(shop),
    description: cms?.metaDescription ?? config.defaultDescription,
    robots: cms?.metaRobots,
    canonical: '/',
    subject: { kind: 'home' },
    crumbs: [],
    structuredData: [organizationData(shop)],
    body: <HomeBody shop={shop} cms={cms} tiles={tiles} products={products} />,
  };
}

function HomeBody({ shop, cms, tiles, products }: HomePageData & { shop: Shop }) {
  const texts = textsOf(shop.config.locale);
  const isEmpty = cms === null && tiles.length === 0 && products.length === 0;
  return (
    <>
      <HomeOpening
        shop={shop}
        title={cms?.contentHeading ?? cms?.title ?? brandName(shop)}
        first={tiles[0]}
        picks={products}
      />
      <div class="page-width">
        {cms !== null && cms.content.trim() !== '' && (
          <section class="section">
            <RichText html={cms.content} class="rich-text-wide" />
          </section>
        )}
        {tiles.length > 0 && (
          <section class="section" aria-labelledby="home-categories">
            <h2 id="home-categories" class="section-title">
              {texts.shopByCategory}
            </h2>
            <ul class="category-grid">
              {tiles.map((node) => (
                <li>
                  <CategoryTile shop={shop} node={node} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <ProductStrip shop={shop} id="home-products" title={texts.worthALook} products={products} />
        {isEmpty && <EmptyState icon="box" title={texts.emptyShop} hint={texts.emptyShopHint} />}
      </div>
    </>
  );
}
