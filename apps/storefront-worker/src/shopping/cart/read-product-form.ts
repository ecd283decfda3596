import { choicesTexts } from '../../formatting/texts/choices/index.js';
import { readBytes } from '../../http/request-bytes.js';
import { RequestError } from '../../http/request-error.js';
import { MAX_BODY_BYTES } from '../../http/request-text.js';
import { FormRefusal } from '../visit/form-refusal.js';
import type { Visit } from '../visit/visit.js';
import { LARGEST_FILE_MB } from './choices/option-file.js';
import { ProductForm, type SentFile } from './choices/product-form.js';

/** Room for a file that is too large by a little: its shopper is told on the page, and loses nothing. */
const MAX_FORM_BYTES = 2 * LARGEST_FILE_MB * 1024 * 1024;

/**
 * What a product's form or a tile's says, files included.
 *
 * @throws FormRefusal `body_too_large` above 8 MB (256 KB without files), RequestError 400 for what is no form.
 */
export async function readProductForm({ context }: Visit, locale: string): Promise<ProductForm> {
  const request = context.req.raw;
  const type = request.headers.get('content-type') ?? '';
  const hasFiles = type.startsWith('multipart/form-data');
  const body = await readSome(request, hasFiles ? MAX_FORM_BYTES : MAX_BODY_BYTES, locale);
  if (!hasFiles) return new ProductForm(new URLSearchParams(new TextDecoder().decode(body)));
  return partsOf(await parsed(body, type));
}

async function readSome(request: Request, mostBytes: number, locale: string): Promise<Uint8Array> {
  try {
    return await readBytes(request, mostBytes);
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 413) throw error;
    throw new FormRefusal(error.code, choicesTexts(locale).formTooLarge(String(LARGEST_FILE_MB)));
  }
}

async function parsed(body: Uint8Array, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData();
  } catch (error) {
    throw new RequestError(400, 'form_unreadable', `The form cannot be read: ${String(error)}`);
  }
}

async function partsOf(data: FormData): Promise<ProductForm> {
  const texts: [string, string][] = [];
  const files = new Map<string, SentFile>();
  for (const [name, value] of data.entries()) {
    if (typeof value === 'string') texts.push([name, value]);
    else files.set(name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return new ProductForm(texts, files);
}
