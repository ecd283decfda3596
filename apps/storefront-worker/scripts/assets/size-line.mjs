import { gzipSync } from 'node:zlib';

/** “maho.1a2b.css  61.2 KB, 11.3 KB gzip” */
export function sizeLine(name, text) {
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  const buffer = Buffer.from(text);
  return `${name}  ${kilobytes(buffer.length)}, ${kilobytes(gzipSync(buffer).length)} gzip`;
}
