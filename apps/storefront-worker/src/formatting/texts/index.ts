export type { Texts } from './english.js';
export { textsOf } from './texts-of.js';
