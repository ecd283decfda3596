export * from './client/index.js';
export * from './errors/index.js';
export * from './paging/index.js';
export * from './schemas/index.js';
export * from './transport/index.js';
