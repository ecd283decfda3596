/** Attributes that run code or carry looks, which the content security policy refuses. */
const INLINE_CODE = /<[^>]+\s(?:style|on[a-z]+)\s*=/i;
const DATA_BLOCKS: ReadonlySet<string> = new Set(['application/ld+json', 'application/json']);
const FIELD = /<(input|select|textarea)\b([^>]*)>/g;

/**
 * What is wrong with a page by rules that hold for every page: sentences, none for a sound page. A check of
 * text, so that it runs where there is no browser.
 */
export function pageProblems(html: string): string[] {
  return [
    ...inlineProblems(html),
    ...duplicateIds(html),
    ...headingProblems(html),
    ...unlabelledFields(html),
    ...imageProblems(html),
    ...danglingReferences(html),
  ];
}

/** The JSON-LD objects of a page. */
export function structuredData(html: string): unknown[] {
  const blocks = html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs);
  return [...blocks].map(([, json = '']) => JSON.parse(json));
}

function inlineProblems(html: string): string[] {
  const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
  const inline = scripts.filter(
    (attributes) => !/\ssrc=/.test(attributes) && !DATA_BLOCKS.has(attribute(attributes, 'type') ?? ''),
  );
  // A handler's name inside a value is text.
  const handler = INLINE_CODE.exec(html.replace(/="[^"]*"/g, '=""'))?.[0];
  return [
    ...(handler === undefined ? [] : [`inline style or handler: ${handler}`]),
    ...inline.map((attributes) => `inline script:${attributes}`),
    ...(/<style\b/.test(html) ? ['a style element'] : []),
  ];
}

function duplicateIds(html: string): string[] {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
  return ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `id “${id}” twice`);
}

function headingProblems(html: string): string[] {
  // The merchant's own headings stand inside the text and follow no order of ours.
  const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
  const firsts = levels.filter((level) => level === 1).length;
  const jumps = levels.filter((level, n) => level > (levels[n - 1] ?? 0) + 1);
  return [
    ...(firsts === 1 ? [] : [`${firsts} headings of level 1`]),
    ...jumps.map((level) => `a heading of level ${level} without the one above`),
  ];
}

function unlabelledFields(html: string): string[] {
  const labelled = new Set([...html.matchAll(/<label\b[^>]*\sfor="([^"]*)"/g)].map(([, id]) => id));
  const wrapped = [...html.matchAll(/<label\b[^>]*>(.*?)<\/label>/gs)]
    .map(([, inner = '']) => inner)
    .join('');
  return [...html.matchAll(FIELD)].flatMap(([field, , attributes = '']) => {
    if (attribute(attributes, 'type') === 'hidden' || attribute(attributes, 'aria-label')) return [];
    return labelled.has(attribute(attributes, 'id') ?? '') || wrapped.includes(field)
      ? []
      : [`no label: ${field}`];
  });
}

function imageProblems(html: string): string[] {
  return [...html.matchAll(/<img\b([^>]*)>/g)].flatMap(([image, attributes = '']) =>
    ['alt', 'width', 'height'].every((name) => attribute(attributes, name) !== undefined)
      ? []
      : [`no alt or size: ${image}`],
  );
}

function danglingReferences(html: string): string[] {
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
  const references = html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"/g);
  // `aria-describedby` may name several.
  const isDangling = (named = '') => named.split(/\s+/).some((id) => !ids.has(id));
  return [...references].filter(([, named]) => isDangling(named)).map(([text]) => `leads nowhere:${text}`);
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}
