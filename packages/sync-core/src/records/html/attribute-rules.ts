import { attributeSource, attributeText, decodedAttribute } from './character-references.js';
import type { ContentUrls } from './content-url.js';
import { sourceSet } from './source-set.js';

/** Attributes as they are written, references encoded, in the order they are written in. */
export type WrittenAttributes = Map<string, string>;

/** Source of a value → source of what is written; null = the attribute goes. */
type AttributeRule = (source: string, urls: ContentUrls) => string | null;

/** Text that no URL and no code is made of. Empty, it says nothing. */
const text: AttributeRule = (source) => (source.trim() === '' ? null : attributeSource(source));
/** Empty is an answer here: a picture that only adorns. */
const alternative: AttributeRule = (source) => attributeSource(source.trim() === '' ? '' : source);
const flag: AttributeRule = () => '';
const number = matching(/^\d{1,5}$/);
const length = matching(/^\d{1,5}%?$/);

const picture: AttributeRule = (source, urls) => {
  const url = urls.picture(decodedAttribute(source));
  return url === null ? null : attributeText(url);
};

const pictures: AttributeRule = (source, urls) => {
  const set = sourceSet(decodedAttribute(source), (url) => urls.picture(url));
  return set === null ? null : attributeText(set);
};

/** Neither `style` nor `id` nor `class`: the page's own styles and scripts go by those. */
const EVERYWHERE: Readonly<Record<string, AttributeRule>> = {
  title: text,
  lang: matching(/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i),
  dir: matching(/^(?:ltr|rtl|auto)$/i),
};

const CELL: Readonly<Record<string, AttributeRule>> = { colspan: number, rowspan: number };
const SIZE: Readonly<Record<string, AttributeRule>> = { width: length, height: length };

const BY_ELEMENT: ReadonlyMap<string, Readonly<Record<string, AttributeRule>>> = new Map<
  string,
  Readonly<Record<string, AttributeRule>>
>([
  // The target of a link within the page, which no script can take for something else as it could an id.
  ['a', { name: matching(/^[a-z][\w.:-]{0,63}$/i) }],
  [
    'img',
    {
      src: picture,
      srcset: pictures,
      sizes: text,
      alt: alternative,
      ...SIZE,
      loading: matching(/^(?:lazy|eager)$/i),
    },
  ],
  ['source', { srcset: pictures, sizes: text, media: text, type: text, ...SIZE }],
  ['td', CELL],
  ['th', { ...CELL, scope: matching(/^(?:row|col|rowgroup|colgroup)$/i) }],
  ['col', { span: number }],
  ['colgroup', { span: number }],
  ['ol', { start: number, reversed: flag, type: matching(/^[1aAiI]$/) }],
  ['li', { value: number }],
  ['time', { datetime: text }],
  ['details', { open: flag }],
]);

/** Elements that are nothing without this attribute. */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ['img', 'src'],
  ['source', 'srcset'],
]);

/** What search engines are told of a link, and whether its target learns where it was found. */
const KEPT_RELATIONS = ['nofollow', 'sponsored', 'ugc', 'noreferrer'];

/**
 * The attributes that an element of content may keep, with URLs of the storefront.
 *
 * @param name of the element as it is written.
 * @param source attributes in lower case with their source text.
 * @returns null where the element has lost what it is for.
 */
export function writtenAttributes(
  name: string,
  source: ReadonlyMap<string, string>,
  urls: ContentUrls,
): WrittenAttributes | null {
  const written: WrittenAttributes = name === 'a' ? linkAttributes(source, urls) : new Map();
  for (const rules of [BY_ELEMENT.get(name), EVERYWHERE]) {
    for (const [attribute, rule] of Object.entries(rules ?? {})) {
      const value = source.get(attribute);
      const kept = value === undefined ? null : rule(value, urls);
      if (kept !== null) written.set(attribute, kept);
    }
  }
  const needed = NEEDED.get(name);
  return needed !== undefined && !written.has(needed) ? null : written;
}

/** A page that another window or another host opens must not get hold of this one. */
function linkAttributes(source: ReadonlyMap<string, string>, urls: ContentUrls): WrittenAttributes {
  const written: WrittenAttributes = new Map();
  const link = urls.link(decodedAttribute(source.get('href') ?? ''));
  if (link === null) return written;
  written.set('href', attributeText(link.url));
  const isNewWindow = source.get('target')?.trim().toLowerCase() === '_blank';
  if (isNewWindow) written.set('target', '_blank');
  const wanted = new Set((source.get('rel') ?? '').toLowerCase().split(/\s+/));
  const relations = KEPT_RELATIONS.filter((relation) => wanted.has(relation));
  if (link.isExternal || isNewWindow) relations.push('noopener');
  if (relations.length > 0) written.set('rel', relations.join(' '));
  return written;
}

function matching(pattern: RegExp): AttributeRule {
  return (source) => {
    const value = source.trim();
    return pattern.test(value) ? value : null;
  };
}
