import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ASSET_FILES, BUILD_HASH } from '../generated/assets.js';

const read = (href: string) =>
  readFile(fileURLToPath(new URL(`../../public${href}`, import.meta.url).href), 'utf8');
const KB = 1024;

describe('the built files', () => {
  it.each(Object.entries(ASSET_FILES.stylesheets))(
    'hold their budget: stylesheet of %s',
    async (_theme, href) => {
      expect(gzipSync(await read(href)).length).toBeLessThan(15 * KB);
    },
  );

  it('hold their budget: script', async () => {
    expect(gzipSync(await read(ASSET_FILES.script)).length).toBeLessThan(10 * KB);
  });

  it('hold their budget: script of the page for those who run the sync', async () => {
    expect(gzipSync(await read(ASSET_FILES.dashboardScript)).length).toBeLessThan(1 * KB);
  });

  it('ask no other host for anything', async () => {
    for (const href of Object.values(ASSET_FILES.stylesheets)) {
      expect(await read(href)).not.toMatch(/url\(\s*["']?(?:https?:)?\/\//);
    }
  });

  it('are at least two themes, one of them the default', () => {
    expect(Object.keys(ASSET_FILES.stylesheets).length).toBeGreaterThanOrEqual(2);
    expect(ASSET_FILES.stylesheets).toHaveProperty(ASSET_FILES.defaultTheme);
  });

  it('have a build hash', () => {
    expect(BUILD_HASH).toMatch(/^[0-9a-f]{16}$/);
  });
});
