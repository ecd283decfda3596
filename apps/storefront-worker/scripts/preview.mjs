/**
 * Renders every page type from a demo shop's records, says how large they are, and photographs them on a phone
 * and on a desk in every theme. Nothing is deployed and no server of the shop runs.
 *
 *   node scripts/preview.mjs [--output folder] [--store en] [--catalogue dump-folder] [--only product] [--html-only]
 *
 * Chromium is the one in CHROMIUM_PATH, or what browser/find-chromium.mjs finds.
 */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateCatalogue, loadCatalogue, startDemoBackend } from '@maho-storefront/demo-backend';
import { findChromium } from '../browser/find-chromium.mjs';
import { sizeLine } from './assets/size-line.mjs';
import { previewPages } from './preview/preview-pages.mjs';
import { renderModule } from './preview/render-module.mjs';
import { takeScreenshots } from './preview/screenshots.mjs';
import { syncedRecords } from './preview/synced-records.mjs';

const { values } = parseArgs({
  options: {
    output: { type: 'string' },
    store: { type: 'string', default: 'en' },
    catalogue: { type: 'string' },
    only: { type: 'string' },
    'html-only': { type: 'boolean', default: false },
  },
});
const app = dirname(dirname(fileURLToPath(import.meta.url)));
const output = values.output ?? (await mkdtemp(join(tmpdir(), 'storefront-preview-')));
const executablePath = values['html-only'] ? '' : findChromium();
const say = (text) => process.stdout.write(`${text}\n`);

const catalogue = values.catalogue
  ? await loadCatalogue(values.catalogue)
  : generateCatalogue({ products: 160, categories: 40, stores: 2, seed: 1 });
const backend = await startDemoBackend({ catalogue });
const complaints = [];
try {
  const records = await syncedRecords(backend.url, values.store);
  const pages = await renderModule(app);
  await mkdir(output, { recursive: true });
  for (const theme of Object.keys(pages.ASSET_FILES.stylesheets)) {
    const all = previewPages(pages, shopOf(pages, records, theme), records);
    const rendered = new Map([...all].filter(([name]) => name.includes(values.only ?? '')));
    for (const [name, html] of rendered) {
      await writeFile(join(output, `${theme}-${name}.html`), html);
      say(sizeLine(`${theme}-${name}`, html));
    }
    if (values['html-only']) continue;
    const publicFolder = join(app, 'public');
    complaints.push(
      ...(await takeScreenshots({
        pages: rendered,
        headers: pages.SECURITY_HEADERS,
        publicFolder,
        backendUrl: backend.url,
        output,
        prefix: theme,
        executablePath,
      })),
    );
  }
} finally {
  await backend.close();
}
say(`Pages are in ${output}`);
for (const complaint of complaints) say(`! ${complaint}`);
if (complaints.length > 0) process.exitCode = 1;

function shopOf(pages, records, theme) {
  const read = (key) => records.read(`${values.store}:${key}`);
  const config = read('config');
  const store = { code: values.store, name: config.storeName, url: 'http://shop.preview', theme };
  return {
    store,
    stores: [store, { code: 'other', name: 'Deutschland', url: 'http://de.preview', locale: 'de_DE' }],
    config,
    menu: read('menu') ?? [],
    cmsPages: read('cms-pages') ?? [],
    hasBlog: (read('blog-posts') ?? []).length > 0,
    origin: 'http://shop.preview',
    path: '/',
    now: Date.now(),
    assets: pages.pageAssets(pages.ASSET_FILES),
    hasImageResizing: false,
    hasDataLayer: false,
  };
}
