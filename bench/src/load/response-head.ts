/** What the load needs to know of a response before its body. */
export interface ResponseHead {
  status: number;
  /** `X-Edge-Cache`; null where there is none. */
  edgeCache: string | null;
  /** Offset of the body. */
  bodyStart: number;
  bodyBytes: number;
}

const BLANK_LINE = '\r\n\r\n';
const STATUS_LINE = /^HTTP\/1\.1 (\d{3})/;
const CONTENT_LENGTH = /\r\ncontent-length: *(\d+)/i;
const EDGE_CACHE = /\r\nx-edge-cache: *(\S+)/i;

/**
 * Reads the head of an HTTP/1.1 response; null while it has not all arrived.
 *
 * @throws Error for a response that is none, or without a `Content-Length`: its end would have to be searched for.
 */
export function readResponseHead(received: Buffer): ResponseHead | null {
  const end = received.indexOf(BLANK_LINE);
  if (end < 0) return null;
  const head = received.toString('latin1', 0, end);
  const status = STATUS_LINE.exec(head)?.[1];
  const bodyBytes = CONTENT_LENGTH.exec(head)?.[1];
  if (status === undefined || bodyBytes === undefined) {
    throw new Error(`Cannot measure a response with this head:\n${head}`);
  }
  return {
    status: Number(status),
    edgeCache: EDGE_CACHE.exec(head)?.[1] ?? null,
    bodyStart: end + BLANK_LINE.length,
    bodyBytes: Number(bodyBytes),
  };
}
