/** Path of the page that shows every category, without its leading slash; the sync gives it to no product. */
export const CATALOG_PATH = 'catalog';
