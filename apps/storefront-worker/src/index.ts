export { DeploymentPulse } from './deployment/deployment-pulse.js';
export { PlaceOrder } from './shopping/checkout/place-order/place-order.js';
export { SessionRenewal } from './shopping/visit/session-renewal.js';
export { StoreCatalog } from './store-catalog/store-catalog.js';
export { worker as default } from './worker.js';
export { SyncWorkflow } from './workflow/sync-workflow.js';
