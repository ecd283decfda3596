const SPACES = /[\t\n\f\r ]+/;
const DESCRIPTOR = /^\d{1,5}(?:\.\d{1,3})?[wx]$/;

/**
 * A `srcset` with each of its URLs turned by `toUrl`. Candidates that have no URL, or a descriptor of an
 * unknown form, are left out; null when none is left.
 */
export function sourceSet(value: string, toUrl: (url: string) => string | null): string | null {
  const candidates: string[] = [];
  const parts = value.split(SPACES).reverse();
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const url = withoutCommas(part);
    if (url === '') continue;
    const descriptor = part.endsWith(',') ? '' : readDescriptor(parts);
    const written = toUrl(url);
    // A comma at its ends would be taken for the end of the candidate.
    if (written === null || descriptor === null || withoutCommas(written) !== written) continue;
    candidates.push(descriptor === '' ? written : `${written} ${descriptor}`);
  }
  return candidates.length === 0 ? null : candidates.join(', ');
}

/** Reads up to the next comma, and puts back what follows it. @returns null for an unknown form. */
function readDescriptor(parts: string[]): string | null {
  const words: string[] = [];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const comma = part.indexOf(',');
    const word = comma === -1 ? part : part.slice(0, comma);
    if (word !== '') words.push(word);
    if (comma === -1) continue;
    parts.push(part.slice(comma + 1));
    break;
  }
  const [descriptor = ''] = words;
  return words.length === 0 || (words.length === 1 && DESCRIPTOR.test(descriptor)) ? descriptor : null;
}

function withoutCommas(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === ',') start += 1;
  while (end > start && text[end - 1] === ',') end -= 1;
  return text.slice(start, end);
}
