export * from './content-hash.js';
export * from './errors/index.js';
export * from './keys/index.js';
export * from './metadata.js';
export * from './pulse/index.js';
export * from './reader/index.js';
export * from './records/index.js';
export * from './serialize.js';
