/** A variant as the page tells it. */
export interface PageVariant {
  /** Attribute code → value id. */
  a: Readonly<Record<string, number>>;
  /** 1 in stock, 0 sold out. */
  s: number;
  /** Address of its picture. */
  i?: string;
}

/** Attribute code → value id of what is chosen so far. */
export type Choice = ReadonlyMap<string, number>;

/** Whether a variant in stock has this value together with all else that is chosen. */
export function canCombine(
  variants: readonly PageVariant[],
  choice: Choice,
  code: string,
  valueId: number,
): boolean {
  const wanted = new Map(choice).set(code, valueId);
  return variants.some((variant) => variant.s === 1 && hasAll(variant, wanted));
}

/** The variant that is chosen; null while options are open or no such variant exists. */
export function chosenVariant(
  variants: readonly PageVariant[],
  choice: Choice,
  optionCount: number,
): PageVariant | null {
  if (choice.size < optionCount) return null;
  return variants.find((variant) => hasAll(variant, choice)) ?? null;
}

/** The picture all variants of a choice share, or the first of them; null when none has one. */
export function choicePicture(variants: readonly PageVariant[], choice: Choice): string | null {
  if (choice.size === 0) return null;
  return variants.find((variant) => variant.i !== undefined && hasAll(variant, choice))?.i ?? null;
}

/** Reads what the page holds; what is no variant is left out. */
export function parseVariants(text: string): PageVariant[] {
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? parsed.filter(isVariant) : [];
}

function hasAll({ a }: PageVariant, choice: Choice): boolean {
  return [...choice].every(([code, valueId]) => a[code] === valueId);
}

function isVariant(value: unknown): value is PageVariant {
  return (
    typeof value === 'object' &&
    value !== null &&
    's' in value &&
    'a' in value &&
    typeof value.a === 'object' &&
    value.a !== null
  );
}
