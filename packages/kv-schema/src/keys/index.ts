export * from './key-builder.js';
export * from './key-parser.js';
export { decodeKeyPart, encodeKeyPart, utf8Length } from './key-part.js';
export * from './kv-key.js';
