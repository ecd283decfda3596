export * from './client-options.js';
export * from './maho-api-client.js';
export type * from './queries.js';
