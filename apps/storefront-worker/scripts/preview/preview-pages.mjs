/** Types of product that have a page of their own in the preview. */
const TYPES = ['simple', 'configurable', 'grouped', 'bundle', 'downloadable', 'virtual', 'giftcard'];

/**
 * Renders every page type with a store's records.
 *
 * @returns name → HTML.
 */
export function previewPages(pages, shop, records) {
  const { read } = records;
  const at = (key) => read(`${shop.store.code}:${key}`);
  const render = (path, content) => pages.renderDocument({ ...shop, path }, content);
  const result = new Map();
  const tree = at('categories') ?? [];
  const node = tree.find((entry) => entry.children.length > 0 && entry.productCount > 0) ?? tree[0];
  const listing = at(`products:category:${node.id}:page:1`);
  const products = records.keysWith(`${shop.store.code}:product:`).map((key) => read(key));
  const cards = products.filter((product) => product.imageUrl).map(card);

  result.set(
    'home',
    render(
      '/',
      pages.homePage(shop, {
        cms: at(`cms:${shop.config.cmsHomePage ?? 'home'}`),
        tiles: tree,
        products: cards.slice(0, 8),
      }),
    ),
  );
  result.set(
    'category',
    render(
      `/${node.path}`,
      pages.categoryPage(shop, {
        category: at(`category:${node.id}`),
        node,
        trail: [],
        listing: { ...listing, page: 1, totalPages: 12 },
        sort: 'position',
      }),
    ),
  );
  result.set('catalog', render('/catalog', pages.catalogPage(shop, { tree })));
  const empty = { products: [], page: 1, pageSize: 48, totalItems: 0, totalPages: 1 };
  result.set(
    'category-empty',
    render(
      `/${node.path}`,
      pages.categoryPage(shop, {
        category: at(`category:${node.id}`),
        node,
        trail: [],
        listing: empty,
        sort: 'position',
      }),
    ),
  );
  for (const [name, product] of productExamples(products)) {
    const trail = [{ name: node.name, path: node.path }];
    const related = cards.filter(({ id }) => id !== product.id).slice(0, 4);
    result.set(
      `product-${name}`,
      render(
        `/${product.slug}`,
        pages.productPage(shop, { product, trail, related, upsell: cards.slice(4, 6) }),
      ),
    );
  }
  addContent(result, pages, shop, at, render);
  result.set(
    'search',
    render(
      '/search',
      pages.searchPage(shop, {
        query: 'linen',
        products: cards.slice(0, 6),
        page: 1,
        totalItems: 6,
        totalPages: 1,
      }),
    ),
  );
  result.set(
    'search-nothing',
    render(
      '/search',
      pages.searchPage(shop, { query: 'unicorn', products: [], page: 1, totalItems: 0, totalPages: 0 }),
    ),
  );
  result.set('not-found', render('/nothing-here', pages.notFoundPage(shop)));
  result.set('error', render('/', pages.errorPage(shop)));
  result.set('error-bare', pages.errorDocument({ stylesheet: shop.assets.stylesheet(shop.store.theme) }));
  return result;
}

function addContent(result, pages, shop, at, render) {
  const about = (at('cms-pages') ?? []).find(({ identifier }) => !['home', 'no-route'].includes(identifier));
  if (about) {
    const page = at(`cms:${about.identifier}`);
    result.set('cms', render(`/${about.identifier}`, pages.cmsPage(shop, { page })));
  }
  const posts = at('blog-posts') ?? [];
  const categories = at('blog-categories') ?? [];
  result.set(
    'blog',
    render('/blog', pages.blogListPage(shop, { posts, categories, page: 1, totalPages: 3 })),
  );
  const [first] = posts;
  if (!first) return;
  const post = at(`blog:${first.urlKey}`);
  result.set('blog-post', render(`/blog/${first.urlKey}`, pages.blogPostPage(shop, { post, categories })));
}

/** One product of each type, one with the most custom options, and one that is sold out. */
function* productExamples(products) {
  for (const type of TYPES) {
    const richest = products
      .filter((product) => product.type === type)
      .sort((a, b) => b.gallery.length + b.variants.length - a.gallery.length - a.variants.length)[0];
    if (richest) yield [type, richest];
  }
  const optioned = [...products].sort((a, b) => b.customOptions.length - a.customOptions.length)[0];
  if (optioned?.customOptions.length > 0) yield ['options', optioned];
  const soldOut = products.find((product) => product.stockStatus !== 'in_stock');
  if (soldOut) yield ['sold-out', soldOut];
}

/** The card a listing would show of a product. */
function card(product) {
  const { id, sku, slug, name, type, price, finalPrice, minimalPrice, specialPrice, currency } = product;
  const { specialFromDate, specialToDate, newsFromDate, newsToDate, stockStatus, hasRequiredOptions } =
    product;
  const { imageLabel, reviewCount, averageRating } = product;
  const imageUrl = product.smallImageUrl ?? product.imageUrl;
  return {
    ...{ id, sku, slug, name, type, price, finalPrice, minimalPrice, specialPrice, currency },
    ...{ specialFromDate, specialToDate, newsFromDate, newsToDate, stockStatus, hasRequiredOptions },
    ...{ imageUrl, imageLabel, reviewCount, averageRating },
  };
}
