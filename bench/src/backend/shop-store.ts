/** The only store view of the shop that is measured. */
export const STORE = 'en';
