import { backdrop, shade } from './palette.js';
import { SILHOUETTES, type Silhouette } from './silhouette.js';

export interface Picture {
  readonly silhouette: Silhouette;
  /** Main colour, `#rrggbb`. */
  readonly colour: string;
  readonly seed: number;
  /** 1 is the front, 2 turned, 3 and up closer. */
  readonly view: number;
}

const SHADES = { m: 0, d: -0.28, l: 0.34 };

function paths(silhouette: Silhouette, colour: string): string {
  return SILHOUETTES[silhouette]
    .map(([tone, path]) => `<path d="${path}" fill="${shade(colour, SHADES[tone])}"/>`)
    .join('');
}

function placement(view: number): string {
  if (view === 1) return 'translate(100 90) scale(1.5)';
  if (view === 2) return 'translate(700 90) scale(-1.5 1.5)';
  return 'translate(-60 -40) scale(2.2)';
}

/** A square product picture: a soft gradient, a shadow, and the silhouette in the product's colour. */
export function productPicture(picture: Picture): string {
  const [light, dark] = backdrop(picture.seed + picture.view);
  const shadow =
    picture.view <= 2 ? '<ellipse cx="400" cy="612" rx="210" ry="20" fill="#000" opacity=".09"/>' : '';
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800">' +
    `<defs><linearGradient id="b" x1="0" y1="0" x2=".4" y2="1"><stop stop-color="${light}"/>` +
    `<stop offset="1" stop-color="${dark}"/></linearGradient></defs>` +
    '<rect width="800" height="800" fill="url(#b)"/>' +
    `<circle cx="${560 - (picture.seed % 5) * 70}" cy="250" r="190" fill="#fff" opacity=".35"/>` +
    `${shadow}<g transform="${placement(picture.view)}">${paths(picture.silhouette, picture.colour)}</g></svg>`
  );
}

/** A wide scene with three silhouettes, for categories, blog posts and banners. */
export function scenePicture(
  silhouettes: readonly Silhouette[],
  colours: readonly string[],
  seed: number,
): string {
  const [light, dark] = backdrop(seed);
  const shapes = silhouettes.slice(0, 3).map((silhouette, n) => {
    const colour = colours[n] ?? '#9c9a94';
    return `<g transform="translate(${110 + n * 340} ${150 - (n % 2) * 40}) scale(${n % 2 === 0 ? 1 : 1.15})">${paths(silhouette, colour)}</g>`;
  });
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 600" width="1200" height="600">' +
    `<defs><linearGradient id="b" x1="0" y1="0" x2="1" y2="1"><stop stop-color="${light}"/>` +
    `<stop offset="1" stop-color="${dark}"/></linearGradient></defs>` +
    '<rect width="1200" height="600" fill="url(#b)"/><path d="M0 470 Q600 420 1200 470 V600 H0Z" fill="#fff" opacity=".4"/>' +
    `${shapes.join('')}</svg>`
  );
}

export const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 64" width="240" height="64">' +
  '<circle cx="32" cy="32" r="20" fill="#3f5f4a"/><path d="M20 40 L26 22 L32 34 L38 22 L44 40" fill="none" ' +
  'stroke="#f1efe9" stroke-width="4" stroke-linejoin="round"/>' +
  '<text x="66" y="41" font-family="Georgia,serif" font-size="26" fill="#2b2b30">Maho Demo</text></svg>';
