export {
  createDemoBackend,
  type DemoBackend,
  type DemoBackendOptions,
  type RunningDemoBackend,
  startDemoBackend,
} from './backend.js';
export { Catalogue } from './catalogue/catalogue.js';
export type { Category } from './catalogue/category.js';
export type { ContentEntry } from './catalogue/content-entry.js';
export { loadCatalogue } from './catalogue/dump/load-catalogue.js';
export { EditError } from './catalogue/edits/edit-error.js';
export type { CatalogueEdits } from './catalogue/edits.js';
export { type CatalogueSize, generateCatalogue } from './catalogue/generate-catalogue.js';
export { isListed, isReadable, isSearchable } from './catalogue/listing-rules.js';
export type { Product, ProductType, Visibility } from './catalogue/product.js';
export type { StoreView } from './catalogue/store-view.js';
export { type Fault, type FaultKind, FaultPlan } from './faults/fault-plan.js';
export { type RunningServer, serve } from './http/node-server.js';
export type { Mail } from './shop/mailbox.js';
export { Shop } from './shop/shop.js';
export type {
  CouponRule,
  GiftCardSetting,
  PaymentMethodSetting,
  ShopSettings,
  TaxRate,
} from './shop/shop-settings.js';
export { type LoggedRequest, RequestStats, type StatsSnapshot } from './stats/request-stats.js';
