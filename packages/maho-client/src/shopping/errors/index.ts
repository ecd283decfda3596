export * from './maho-refusal.js';
export type * from './refusal-reason.js';
