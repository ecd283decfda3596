export * from './edge-cache-error.js';
export * from './pulse-source.js';
export * from './version-tag.js';
export * from './version-tag-error.js';
