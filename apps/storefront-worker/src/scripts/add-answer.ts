import { type LayerEvent, layerEvent } from './data-layer.js';

/** What the shop answers when something is put into the cart. */
export type AddAnswer =
  | { isAdded: true; drawer: string; event: LayerEvent | null }
  /** `fields` are names of the form's fields; an empty message: none that a shopper could read. */
  | { isAdded: false; message: string; fields: string[] };

/** Reads an answer to `POST /cart/add`; whatever is none counts as a failure without words. */
export function parseAddAnswer(value: unknown): AddAnswer {
  if (typeof value !== 'object' || value === null) return { isAdded: false, message: '', fields: [] };
  const { drawer, event, message, fields }: Partial<Record<string, unknown>> = { ...value };
  if (typeof drawer === 'string') return { isAdded: true, drawer, event: layerEvent(event) };
  return {
    isAdded: false,
    message: typeof message === 'string' ? message : '',
    fields: Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [],
  };
}
