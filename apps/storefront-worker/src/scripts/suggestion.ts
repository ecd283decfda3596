/** A product that the search proposes while one types. */
export interface Suggestion {
  title: string;
  /** Address on this host, with its leading slash. */
  path: string;
  image: string | null;
  /** As it is shown, with its currency. */
  price: string | null;
}

/** Reads the answer of the search; what is no suggestion is left out. */
export function parseSuggestions(answer: unknown): Suggestion[] {
  if (!isObject(answer) || !Array.isArray(answer.suggestions)) return [];
  return answer.suggestions.flatMap((entry: unknown) => {
    if (!isObject(entry) || typeof entry.title !== 'string' || typeof entry.path !== 'string') return [];
    const path = entry.path.startsWith('/') ? entry.path : `/${entry.path}`;
    // Two slashes would lead to another host.
    if (/^\/[/\\]/.test(path)) return [];
    return [{ title: entry.title, path, image: webAddress(entry.image), price: textOrNull(entry.price) }];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function webAddress(value: unknown): string | null {
  return typeof value === 'string' && /^(https?:\/\/|\/(?![/\\]))/i.test(value) ? value : null;
}
