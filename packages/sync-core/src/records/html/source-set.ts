const SPACES = /[\t\n\f\r ]+/;
const DESCRIPTOR = /^(\d{1,5}(?:\.\d{1,3})?[wx])?(?:,(.*))?$/s;

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
  let part = parts.pop() ?? '';
  const match = DESCRIPTOR.exec(part);
  if (match?.[2]) parts.push(match[2]);
  if (match) return match[1] ?? '';
  while (!part.includes(',') && parts.length > 0) part = parts.pop() ?? '';
  return null;
}

function withoutCommas(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === ',') start += 1;
  while (end > start && text[end - 1] === ',') end -= 1;
  return text.slice(start, end);
}
