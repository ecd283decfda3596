export * from './content-sum.js';
export * from './deployment-hash.js';
export * from './fingerprint.js';
export * from './pulse-changes.js';
export * from './pulse-log.js';
export * from './pulse-record.js';
