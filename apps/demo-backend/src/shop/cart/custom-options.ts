import type { Product } from '../../catalogue/product.js';
import { isJsonObject, type JsonObject, type JsonValue, numberIn, objectsIn, stringIn } from '../../json.js';
import { optionMembers } from '../../resources/product-options.js';
import { type ChosenOption, notAddable } from './purchase.js';

/** Custom options as they were chosen. */
export interface OptionChoice {
  readonly shown: readonly ChosenOption[];
  /** What the options add to a piece that costs this much. */
  readonly surcharge: (basePrice: number) => number;
  /** As they stand in `info_buyRequest`: dates wrapped. */
  readonly bought: JsonObject;
}

interface PriceTag {
  readonly price: number;
  readonly isPercent: boolean;
}

interface Chosen {
  readonly shown: string;
  readonly tags: readonly PriceTag[];
  readonly bought: JsonValue;
}

const DATE_KEYS: Readonly<Record<string, string>> = { date: 'date', date_time: 'datetime', time: 'time' };

/**
 * Reads the custom options of a request, in the order of the form. Throws ApiError for a required one that is missing
 * and for a value that is none.
 */
export function chooseOptions(product: Product, record: JsonObject, body: JsonObject): OptionChoice {
  const given = isJsonObject(body.options) ? body.options : {};
  const files = isJsonObject(body.options_files) ? body.options_files : {};
  const priced = new Map(optionMembers(product).map((option) => [option.id, option]));
  const shown: ChosenOption[] = [];
  const tags: PriceTag[] = [];
  const bought: JsonObject = {};
  refuseFilesElsewhere(record, files);
  for (const option of objectsIn(record.customOptions)) {
    const id = String(option.id);
    const chosen = chooseOne(option, given[id], files[id], priceTag(priced.get(option.id ?? 0) ?? {}));
    if (chosen === undefined) continue;
    shown.push({ label: stringIn(option.title) ?? '', value: chosen.shown });
    tags.push(...chosen.tags);
    bought[id] = chosen.bought;
  }
  return { shown, bought, surcharge: (base) => tags.reduce((sum, tag) => sum + amountOf(tag, base), 0) };
}

function amountOf({ price, isPercent }: PriceTag, base: number): number {
  return isPercent ? (base * price) / 100 : price;
}

function priceTag(option: JsonObject): PriceTag {
  return { price: numberIn(option.price) ?? 0, isPercent: option.priceType === 'percent' };
}

function chooseOne(
  option: JsonObject,
  value: JsonValue | undefined,
  file: JsonValue | undefined,
  ownTag: PriceTag,
): Chosen | undefined {
  const type = stringIn(option.type) ?? '';
  if (type === 'file') return chooseFile(option, file, ownTag);
  const isGiven = value !== undefined && value !== null && value !== '';
  if (!isGiven) return missing(option, 'the product');
  if (DATE_KEYS[type] !== undefined) return chooseDate(option, value, DATE_KEYS[type], ownTag);
  if (type === 'field' || type === 'area') return chooseText(option, value, ownTag);
  return chooseValues(option, value);
}

/** What Maho says of a required option; nothing of one that may be left out. */
function missing(option: JsonObject, what: string): undefined {
  if (option.required !== true) return undefined;
  throw notAddable(`Please specify ${what} required option <em>${stringIn(option.title)}</em>.`);
}

function chooseText(option: JsonObject, value: JsonValue, tag: PriceTag): Chosen {
  const text = String(value);
  const most = numberIn(option.maxCharacters) ?? Number.POSITIVE_INFINITY;
  if (text.length > most) throw notAddable('The text is too long.');
  return { shown: text, tags: [tag], bought: text };
}

/** Text is wrapped by the API; a date in PHP's three fields is taken for none (cart/27-add-custom-options.json). */
function chooseDate(option: JsonObject, value: JsonValue, key: string, tag: PriceTag): Chosen | undefined {
  const text = typeof value === 'string' ? value : isJsonObject(value) ? stringIn(value[key]) : undefined;
  if (text === undefined || text.trim() === '') return missing(option, key === 'time' ? 'time' : 'date');
  return { shown: text, tags: [tag], bought: { [key]: text } };
}

function chooseValues(option: JsonObject, value: JsonValue): Chosen {
  const ids = (Array.isArray(value) ? value : [value]).map(Number);
  const values = objectsIn(option.values).filter((candidate) => ids.includes(Number(candidate.id)));
  const takesSeveral = option.type === 'checkbox' || option.type === 'multiple';
  if (values.length !== ids.length || (ids.length > 1 && !takesSeveral)) {
    throw notAddable("Please specify the product's required option(s).");
  }
  return {
    shown: values.map((chosen) => String(chosen.title)).join(', '),
    tags: values.map(priceTag),
    bought: Array.isArray(value) ? ids : (ids[0] ?? 0),
  };
}

function chooseFile(option: JsonObject, file: JsonValue | undefined, tag: PriceTag): Chosen | undefined {
  if (!isJsonObject(file)) return missing(option, 'the product');
  const name = stringIn(file.name) ?? '';
  const content = stringIn(file.base64_encoded_data) ?? '';
  if (name === '' || content === '') {
    throw notAddable(`File option ${option.id} requires 'name' and 'base64_encoded_data'`);
  }
  if (/\.(php|phtml|html?|js|svg)$/i.test(name)) {
    throw notAddable(`The file '${name}' for '${option.title}' has an extension that is not allowed`);
  }
  return { shown: name, tags: [tag], bought: { title: name } };
}

function refuseFilesElsewhere(record: JsonObject, files: JsonObject): void {
  const fileIds = objectsIn(record.customOptions)
    .filter((option) => option.type === 'file')
    .map((option) => String(option.id));
  const stray = Object.keys(files).find((id) => !fileIds.includes(id));
  if (stray !== undefined) {
    throw notAddable(`Option ID ${stray} is not a valid file-type option for this product`);
  }
}
