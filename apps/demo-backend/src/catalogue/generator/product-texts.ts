import { at, mix, pick } from '../../seeded-random.js';
import type { Product, ProductType } from '../product.js';
import type { Language } from '../store-view.js';
import { DETAILS, FEATURES, OPENINGS, USES } from './sentences.js';
import { DEPARTMENTS, SERIES, WORD_GROUPS } from './vocabulary.js';
import type { WordGroup } from './word-group.js';

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

interface NameParts {
  readonly series: string;
  readonly noun: string;
  readonly shelf: string;
  readonly material: string;
}

type NameForm = (parts: NameParts) => string;

/** How a name is put together, by language and type. */
const NAME_FORMS: Readonly<Record<Language, Partial<Record<ProductType, NameForm>> & { simple: NameForm }>> =
  {
    en: {
      simple: ({ series, material, noun }) => `${series} ${material} ${noun}`,
      bundle: ({ series, shelf }) => `${series} ${shelf} Bundle`,
      grouped: ({ series, shelf }) => `${series} ${shelf} Collection`,
      virtual: ({ series, noun }) => `${series} ${noun} Care Plan`,
      giftcard: ({ series }) => `${series} Gift Card`,
      downloadable: ({ series, shelf }) => `${series} Guide to ${shelf}`,
    },
    de: {
      simple: ({ series, material, noun }) => `${noun} ${series} ${material}`,
      bundle: ({ series, shelf }) => `Set ${series}: ${shelf}`,
      grouped: ({ series, shelf }) => `Serie ${series}: ${shelf}`,
      virtual: ({ series, noun }) => `Service ${series} für ${noun}`,
      giftcard: ({ series }) => `Gutschein ${series}`,
      downloadable: ({ series, shelf }) => `Ratgeber ${series}: ${shelf}`,
    },
  };

/** A product's name in a language: collection, material and noun, or what its type sells. */
export function productName(subject: Subject, language: Language): string {
  const group = groupOf(subject);
  const form = NAME_FORMS[language][subject.type] ?? NAME_FORMS[language].simple;
  return form({
    series: pick(SERIES, subject.seed, 1),
    noun: pick(group.nouns, subject.seed, 3)[language],
    shelf: group.shelf[language],
    material: material(subject, language),
  });
}

function fill(template: string, subject: Subject, language: Language): string {
  return template
    .replace('{name}', productName(subject, language))
    .replace(
      '{material}',
      language === 'en' ? material(subject, 'en').toLowerCase() : material(subject, 'de'),
    )
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
