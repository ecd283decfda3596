interface Pair {
  /** Name before any bracket. */
  readonly name: string;
  /** What stands in brackets: undefined without any, '' for `[]`. */
  readonly bracket: string | undefined;
  readonly value: string;
}

/** A query string read the way PHP reads it: brackets make arrays, the last of several scalars wins. */
export class Query {
  readonly #pairs: readonly Pair[];

  constructor(search: string) {
    this.#pairs = [...new URLSearchParams(search)].map(([key, value]) => {
      const open = key.indexOf('[');
      if (open < 1) return { name: key, bracket: undefined, value };
      return { name: key.slice(0, open), bracket: key.slice(open + 1).replace(/\].*$/, ''), value };
    });
  }

  /** The scalar of a name; undefined when it is absent or an array. */
  scalar(name: string): string | undefined {
    const last = this.#pairs.filter((pair) => pair.name === name).at(-1);
    return last?.bracket === undefined ? last?.value : undefined;
  }

  has(name: string): boolean {
    return this.#pairs.some((pair) => pair.name === name);
  }

  isArray(name: string): boolean {
    return this.#pairs.some((pair) => pair.name === name && pair.bracket !== undefined);
  }

  /** Values of `name[]=`. */
  list(name: string): string[] {
    return this.operator(name, '');
  }

  /** Values of `name[operator]=` and `name[operator][]=`. */
  operator(name: string, operator: string): string[] {
    return this.#pairs
      .filter((pair) => pair.name === name && pair.bracket === operator)
      .map((pair) => pair.value);
  }

  /** Operators used on a name, as `gt` in `name[gt]=0`. */
  operators(name: string): string[] {
    return this.#pairs.flatMap((pair) => (pair.name === name && pair.bracket ? [pair.bracket] : []));
  }

  names(): string[] {
    return [...new Set(this.#pairs.map((pair) => pair.name))];
  }

  /** Whether any parameter besides the given ones stands in the query. */
  hasOtherThan(names: readonly string[]): boolean {
    return this.#pairs.some((pair) => !names.includes(pair.name));
  }

  /** The query as the API prints it in links: sorted by name, RFC 3986 encoded, without the given name. */
  canonical(without: string): string {
    const kept = this.#pairs.filter((pair) => pair.name !== without);
    const sorted = [...kept].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return sorted.map((pair) => `${encode(keyOf(pair))}=${encode(pair.value)}`).join('&');
  }
}

function keyOf(pair: Pair): string {
  return pair.bracket === undefined ? pair.name : `${pair.name}[${pair.bracket}]`;
}

/** RFC 3986, as PHP's rawurlencode: stricter than encodeURIComponent. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
