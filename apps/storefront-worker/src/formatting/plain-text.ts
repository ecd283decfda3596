import { wellFormed } from './well-formed.js';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * The words of sanitised HTML, for meta descriptions and structured data. The result is text, not HTML: it may
 * hold `<` and must be escaped where it is written.
 *
 * @param maxLength in UTF-16 units; longer text ends at a word with an ellipsis.
 */
export function plainText(html: string, maxLength = Number.POSITIVE_INFINITY): string {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d{1,7})|([a-z]+));/gi, (whole, code?: string, name?: string) =>
      code ? fromCode(Number(code), whole) : (ENTITIES[name?.toLowerCase() ?? ''] ?? whole),
    )
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1);
  const lastSpace = cut.lastIndexOf(' ');
  return `${wellFormed(lastSpace > maxLength / 2 ? cut.slice(0, lastSpace) : cut)}…`;
}

function fromCode(code: number, whole: string): string {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
}
