export * from './describe-page-store.js';
export * from './lying-page-store.js';
