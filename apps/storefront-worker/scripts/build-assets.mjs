/**
 * Builds what pages link: one stylesheet per theme and the scripts, under names that hold a hash of their
 * content, and `src/generated/assets.ts`, which tells the Worker those names.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/postcss';
import { build } from 'esbuild';
import postcss from 'postcss';
import { buildHash } from './assets/build-hash.mjs';
import { contentHash } from './assets/content-hash.mjs';
import { replaceFolder, writeIfChanged } from './assets/output-files.mjs';
import { sizeLine } from './assets/size-line.mjs';

/** Shown for a store without a theme, or with one that does not exist. */
const DEFAULT_THEME = 'maho';

const app = dirname(dirname(fileURLToPath(import.meta.url)));

/** @returns name of the theme → its minified CSS. */
async function compileStyles() {
  const folder = join(app, 'src', 'styles', 'themes');
  const styles = new Map();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.css')).sort()) {
    const from = join(folder, file);
    const compiler = postcss([tailwind({ base: app, optimize: { minify: true } })]);
    const { css } = await compiler.process(await readFile(from, 'utf8'), { from });
    styles.set(basename(file, '.css'), css);
  }
  return styles;
}

/** @returns the bundled, minified script. */
async function compileScript(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(app, 'src', 'scripts', entry)],
    tsconfig: join(app, 'src', 'scripts', 'tsconfig.json'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    write: false,
  });
  return outputFiles[0].text;
}

const files = new Map();
const stylesheets = {};
for (const [theme, css] of await compileStyles()) {
  const name = `${theme}.${contentHash(css)}.css`;
  files.set(name, css);
  stylesheets[theme] = `/assets/${name}`;
}
const scripts = {};
for (const [name, entry] of [
  ['shop', 'main.ts'],
  ['dashboard', 'dashboard.ts'],
]) {
  const script = await compileScript(entry);
  const file = `${name}.${contentHash(script)}.js`;
  files.set(file, script);
  scripts[name] = `/assets/${file}`;
}

await replaceFolder(join(app, 'public', 'assets'), files);
const assets = {
  stylesheets,
  defaultTheme: DEFAULT_THEME,
  script: scripts.shop,
  dashboardScript: scripts.dashboard,
};
await writeIfChanged(
  join(app, 'src', 'generated', 'assets.ts'),
  `// Written by scripts/build-assets.mjs.
import type { AssetFiles } from '../pages/page-assets.js';

/** Addresses of the built files. */
export const ASSET_FILES: AssetFiles = ${JSON.stringify(assets, null, 2)};

/** Changes whenever the Worker or a file it links does. */
export const BUILD_HASH = '${await buildHash(app, files)}';
`,
);
for (const [name, text] of files) process.stdout.write(`${sizeLine(name, text)}\n`);
