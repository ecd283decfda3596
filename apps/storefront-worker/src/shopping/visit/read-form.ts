import { readText } from '../../http/request-text.js';
import type { Visit } from './visit.js';

/** The fields of a form without files. @throws RequestError 413 above 256 KB. */
export async function readForm({ context }: Visit): Promise<URLSearchParams> {
  return new URLSearchParams(await readText(context.req.raw));
}
