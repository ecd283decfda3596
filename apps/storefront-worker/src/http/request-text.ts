import { readBytes } from './request-bytes.js';

/** Ten thousand ids of any length fit in; a body is held in memory, so there has to be an end. */
export const MAX_BODY_BYTES = 256 * 1024;

/**
 * The body of a request as text.
 *
 * @throws RequestError 413 above `maxBytes` (256 KB), counted while reading.
 */
export async function readText(request: Request, maxBytes = MAX_BODY_BYTES): Promise<string> {
  return new TextDecoder().decode(await readBytes(request, maxBytes));
}
