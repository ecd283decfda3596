import { type Department, parseShelf, type WordGroup, words } from './word-group.js';
import { FASHION } from './words-fashion.js';
import { HOME } from './words-home.js';
import { LEISURE } from './words-leisure.js';

export const DEPARTMENTS: readonly Department[] = [...FASHION, ...HOME, ...LEISURE];

/** All shelves of all departments in one list; a product keeps its index. */
export const WORD_GROUPS: readonly WordGroup[] = DEPARTMENTS.flatMap((department, n) =>
  department.shelves.map((line) => parseShelf(line, n)),
);

/** Names of collections, the first word of most product names. */
export const SERIES: readonly string[] = (
  'Alder Ashby Aster Avon Bergen Birch Bramble Brix Calder Camden Carrick Celeste Clover Corin Dalia Darrow Devon ' +
  'Dune Edda Elm Ember Esker Fenn Fable Fjord Flint Galen Garda Gilda Glen Hadley Halden Harbour Hazel Heron Holm ' +
  'Indra Iris Isla Ivor Jasper Juno Kelda Kite Koa Lagan Larch Linden Lisbon Loire Lumen Lyra Mara Marlow Meridian ' +
  'Mistral Moor Nara Nessa Niva Nord Oakley Odin Olive Orla Otis Pascal Perle Pine Porto Quill Quarry Raven Reed ' +
  'Rhône Rowan Sable Saga Selkie Senja Skye Solis Tamsin Tarn Teal Thistle Tove Umber Vale Vesper Viola Wilder ' +
  'Willa Wren Yarrow Zephyr Zinnia'
).split(' ');

export interface ColourOption {
  readonly id: number;
  readonly name: { readonly en: string; readonly de: string };
  readonly hex: string;
}

const COLOUR_LINES =
  'Black/Schwarz #2b2b30,White/Weiß #f1efe9,Navy/Marine #2c3e63,Forest/Waldgrün #3f5f4a,Sand/Sand #cdb894,' +
  'Terracotta/Terrakotta #c06a4a,Sky/Himmelblau #8fb6d1,Berry/Beere #8d3b5a,Ochre/Ocker #d0993a,Stone/Stein #9c9a94';

/** Colours with their option ids, as attribute options have them. */
export const COLOURS: readonly ColourOption[] = COLOUR_LINES.split(',').map((line, n) => {
  const [pair = '', hex = '#888888'] = line.split(' #');
  return { id: 20 + n, name: words(pair), hex: `#${hex.replace('#', '')}` };
});

export interface SizeOption {
  readonly id: number;
  readonly label: string;
}

export const SIZES: readonly SizeOption[] = ['XS', 'S', 'M', 'L', 'XL'].map((label, n) => ({
  id: 40 + n,
  label,
}));

export const COLOR_ATTRIBUTE_ID = 96;
export const SIZE_ATTRIBUTE_ID = 186;
