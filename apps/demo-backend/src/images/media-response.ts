import type { Catalogue } from '../catalogue/catalogue.js';
import { groupOf } from '../catalogue/generator/product-texts.js';
import { COLOURS, WORD_GROUPS } from '../catalogue/generator/vocabulary.js';
import { colourOf } from '../resources/product-detail.js';
import { at, mix, mixText } from '../seeded-random.js';
import { LOGO, productPicture, scenePicture } from './picture.js';

/** The picture of a product; a name the catalogue does not know (a dump's file) gets one of its own. */
function product(catalogue: Catalogue, path: string): string {
  const found = /\/p(\d+)-(\d+)\.svg$/.exec(path);
  const known = found === null ? undefined : catalogue.products.get(Number(found[1]));
  if (known !== undefined) {
    return productPicture({
      silhouette: groupOf(known).silhouette,
      colour: colourOf(known).hex,
      seed: known.seed,
      view: Number(found?.[2] ?? 1),
    });
  }
  const seed = mixText(path);
  return productPicture({
    silhouette: at(WORD_GROUPS, seed).silhouette,
    colour: at(COLOURS, mix(seed, 1)).hex,
    seed,
    view: 1,
  });
}

/** A category shows three of the things it sells. */
function category(catalogue: Catalogue, path: string): string | undefined {
  const id = /\/category\/c(\d+)\.svg$/.exec(path)?.[1];
  const sold = catalogue.index.productsByCategory().get(Number(id ?? 0)) ?? [];
  const three = sold.slice(0, 3);
  if (three.length < 3) return undefined;
  const silhouettes = three.map((entry) => groupOf(entry).silhouette);
  const colours = three.map((entry) => colourOf(entry).hex);
  return scenePicture(silhouettes, colours, Number(id));
}

function scene(path: string): string {
  const seed = mixText(path);
  const three = [1, 2, 3].map((salt) => at(WORD_GROUPS, mix(seed, salt)).silhouette);
  const colours = [4, 5, 6].map((salt) => at(COLOURS, mix(seed, salt)).hex);
  return scenePicture(three, colours, seed);
}

/** Any path below `/media/` answers with a drawing, whatever its extension; undefined for other paths. */
export function mediaResponse(catalogue: Catalogue, path: string): Response | undefined {
  if (!path.startsWith('/media/') && !path.startsWith('/skin/')) return undefined;
  const isProduct = path.startsWith('/media/catalog/product/');
  const drawing = path.endsWith('/logo.svg')
    ? LOGO
    : isProduct
      ? product(catalogue, path)
      : (category(catalogue, path) ?? scene(path));
  return new Response(drawing, {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' },
  });
}
