/** A file that came with a form. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** What a shopper has filled in on a product's page, field by field; see `components/product/buy-form.tsx`. */
export class ProductForm {
  readonly #texts = new Map<string, string[]>();
  readonly #files: ReadonlyMap<string, SentFile>;

  constructor(fields: Iterable<readonly [string, string]>, files: ReadonlyMap<string, SentFile> = new Map()) {
    for (const [name, value] of fields) this.#texts.set(name, [...this.list(name), value]);
    this.#files = files;
  }

  /** The value of a field without the spaces around it; '' where there is none. */
  text(name: string): string {
    return this.list(name)[0]?.trim() ?? '';
  }

  /** All values that came under a name. */
  list(name: string): readonly string[] {
    return this.#texts.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.#texts.has(name);
  }

  /** Ids that came under a name, alone or as a list (`name[]`); what is no id is left out. */
  ids(name: string): number[] {
    return [...this.list(name), ...this.list(`${name}[]`)]
      .map(Number)
      .filter((id) => Number.isSafeInteger(id) && id > 0);
  }

  file(name: string): SentFile | null {
    return this.#files.get(name) ?? null;
  }

  /** Names of all fields that were filled in, for showing them again. */
  get names(): Iterable<string> {
    return this.#texts.keys();
  }
}
