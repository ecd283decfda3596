import { gzipSync } from 'node:zlib';

/** Bytes of a text as it is, and compressed. */
export interface Weight {
  bytes: number;
  gzipBytes: number;
}

/** UTF-8 bytes; compressed as well as gzip can. */
export function weigh(text: string): Weight {
  return { bytes: Buffer.byteLength(text), gzipBytes: gzipSync(text, { level: 9 }).length };
}
