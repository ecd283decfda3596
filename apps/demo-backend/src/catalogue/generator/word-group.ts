import type { Silhouette } from '../../images/silhouette.js';
import type { Language } from '../store-view.js';

export type Words = Readonly<Record<Language, string>>;

/** A kind of thing that is sold: its shelf, its nouns, what it looks like and what it costs. */
export interface WordGroup {
  readonly department: number;
  readonly shelf: Words;
  readonly silhouette: Silhouette;
  readonly low: number;
  readonly high: number;
  readonly nouns: readonly Words[];
  /** Has sizes, so that configurables of it vary by size too. */
  readonly sized: boolean;
}

export interface Department {
  readonly name: Words;
  readonly materials: readonly Words[];
  /** One line per shelf: `name | Name | silhouette | low-high | noun/Nomen, …`; a `*` before the name marks sizes. */
  readonly shelves: readonly string[];
}

/** A pair written as `english/deutsch`. */
export function words(pair: string): Words {
  const [en = pair, de = en] = pair.split('/').map((part) => part.trim());
  return { en, de };
}

const SILHOUETTES: readonly Silhouette[] = [
  'top',
  'dress',
  'trousers',
  'shoe',
  'bag',
  'jewel',
  'lamp',
  'chair',
  'textile',
  'vase',
  'cup',
  'pot',
  'phone',
  'headphones',
  'camera',
  'screen',
  'bottle',
  'book',
  'tent',
  'toy',
  'card',
];

/** Parser of a shelf line; throws on a line that does not follow the form, at start-up. */
export function parseShelf(line: string, department: number): WordGroup {
  const [name = '', german = '', shape = '', range = '', nouns = ''] = line
    .split('|')
    .map((part) => part.trim());
  const silhouette = SILHOUETTES.find((candidate) => candidate === shape);
  const [low, high] = range.split('-').map(Number);
  if (silhouette === undefined || low === undefined || high === undefined || nouns === '') {
    throw new Error(`The shelf line "${line}" is not well formed.`);
  }
  return {
    department,
    shelf: { en: name.replace('*', ''), de: german },
    silhouette,
    low,
    high,
    nouns: nouns.split(',').map(words),
    sized: name.startsWith('*'),
  };
}
