import type { Settings } from '../../../settings.js';
import { HostedPage } from './hosted-page.js';
import type { PaymentAdapter } from './payment-adapter.js';

/** The ways to pay online that a deployment has: add an adapter here. */
export function paymentAdapters({ hostedPayment }: Pick<Settings, 'hostedPayment'>): PaymentAdapter[] {
  return hostedPayment === null ? [] : [new HostedPage(hostedPayment)];
}

export function adapterFor(adapters: readonly PaymentAdapter[], method: string): PaymentAdapter | undefined {
  return adapters.find(({ methods }) => methods.includes(method));
}
