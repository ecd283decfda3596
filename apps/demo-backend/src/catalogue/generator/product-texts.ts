import { at, mix, pick } from '../../seeded-random.js';
import type { Product, ProductType } from '../product.js';
import type { Language } from '../store-view.js';
import { DEPARTMENTS, SERIES, WORD_GROUPS } from './vocabulary.js';
import type { WordGroup } from './word-group.js';
import { DETAILS, FEATURES, OPENINGS, USES } from './sentences.js';

interface Subject {
  readonly seed: number;
  readonly group: number;
  readonly type: ProductType;
}

export function groupOf(subject: { readonly group: number }): WordGroup {
  return at(WORD_GROUPS, subject.group);
}

function material(subject: Subject, language: Language): string {
  const department = at(DEPARTMENTS, groupOf(subject).department);
  return pick(department.materials, subject.seed, 2)[language];
}

/** A product's name in a language: collection, material and noun, or what its type sells. */
export function productName(subject: Subject, language: Language): string {
  const series = pick(SERIES, subject.seed, 1);
  const group = groupOf(subject);
  const noun = pick(group.nouns, subject.seed, 3)[language];
  const shelf = group.shelf[language];
  if (language === 'de') {
    if (subject.type === 'bundle') return `Set ${series}: ${shelf}`;
    if (subject.type === 'grouped') return `Serie ${series}: ${shelf}`;
    if (subject.type === 'virtual') return `Service ${series} für ${noun}`;
    if (subject.type === 'giftcard') return `Gutschein ${series}`;
    if (subject.type === 'downloadable') return `${series}: ${noun} zum Herunterladen`;
    return `${noun} ${series} ${material(subject, 'de')}`;
  }
  if (subject.type === 'bundle') return `${series} ${shelf} Bundle`;
  if (subject.type === 'grouped') return `${series} ${shelf} Collection`;
  if (subject.type === 'virtual') return `${series} ${noun} Care Plan`;
  if (subject.type === 'giftcard') return `${series} Gift Card`;
  if (subject.type === 'downloadable') return `${series} ${noun} Download`;
  return `${series} ${material(subject, 'en')} ${noun}`;
}

function fill(template: string, subject: Subject, language: Language): string {
  return template
    .replace('{name}', productName(subject, language))
    .replace('{material}', material(subject, language))
    .replace('{shelf}', groupOf(subject).shelf[language])
    .replace('{series}', pick(SERIES, subject.seed, 1));
}

/** Three or four sentences and a list of features, as HTML. */
export function productDescription(product: Product, language: Language): string {
  const sentence = (templates: readonly string[], salt: number) =>
    fill(pick(templates, product.seed, salt), product, language);
  const features = [21, 22, 23].map((salt, n) => {
    const list = FEATURES[language];
    return `<li>${at(list, mix(product.seed, 21) + n * 3 + (salt % 2))}</li>`;
  });
  const first = `${sentence(OPENINGS[language], 11)} ${sentence(DETAILS[language], 12)}`;
  return `<p>${first} ${sentence(USES[language], 13)}</p>\n<ul>${features.join('')}</ul>`;
}

export function productSummary(product: Product, language: Language): string {
  return fill(pick(OPENINGS[language], product.seed, 11), product, language);
}

export function productMaterial(product: Product, language: Language): string {
  return material(product, language);
}
