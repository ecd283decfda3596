import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const EXPORTS = `
export { renderDocument } from './src/pages/layout.js';
export { homePage } from './src/pages/home/home-page.js';
export { categoryPage } from './src/pages/category/category-page.js';
export { productPage } from './src/pages/product/product-page.js';
export { cmsPage } from './src/pages/cms/cms-page.js';
export { blogListPage } from './src/pages/blog/blog-list-page.js';
export { blogPostPage } from './src/pages/blog/blog-post-page.js';
export { searchPage } from './src/pages/search/search-page.js';
export { notFoundPage } from './src/pages/not-found/not-found-page.js';
export { errorPage } from './src/pages/error/error-page.js';
export { errorDocument } from './src/pages/error/error-document.js';
export { catalogPage } from './src/pages/catalog/catalog-page.js';
export { SECURITY_HEADERS } from './src/storefront/security-headers.js';
export { pageAssets } from './src/pages/page-assets.js';
export { ASSET_FILES } from './src/generated/assets.js';
`;

/** The page functions, compiled for Node. */
export async function renderModule(app) {
  const folder = await mkdtemp(join(tmpdir(), 'storefront-pages-'));
  const outfile = join(folder, 'pages.mjs');
  await build({
    stdin: { contents: EXPORTS, resolveDir: app, loader: 'ts' },
    tsconfig: join(app, 'tsconfig.json'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}
