export * from './key-part-error.js';
export * from './key-too-long-error.js';
export * from './kv-schema-error.js';
export * from './not-json-error.js';
export * from './pulse-log-gap-error.js';
