export * from './abortable-sleep.js';
export type { FetchLike } from './json-attempt.js';
export type { RequestEvent } from './json-transport.js';
export * from './request-limiter.js';
export type { Query } from './request-url.js';
export * from './retry-timing.js';
