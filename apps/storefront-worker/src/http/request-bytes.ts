import { RequestError } from './request-error.js';

/**
 * The body of a request.
 *
 * @param mostBytes a body is held in memory, so there has to be an end.
 * @throws RequestError 413 above it, counted while reading.
 */
export async function readBytes(request: Request, mostBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge(mostBytes);
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, length);
    length += value.byteLength;
    if (length > mostBytes) {
      await reader.cancel();
      throw tooLarge(mostBytes);
    }
    chunks.push(value);
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function tooLarge(mostBytes: number): RequestError {
  return new RequestError(413, 'body_too_large', `The body is larger than ${mostBytes} bytes.`);
}
