import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { text } from '../../schemas/scalars.js';
import { money } from './money.js';

const shape = z.object({
  code: absentOr(z.string()),
  title: absentOr(text),
  carrierCode: z.string(),
  methodCode: z.string(),
  carrierTitle: absentOr(text),
  methodTitle: absentOr(text),
  price: money,
});

/** A way to ship; `code` is `carrier_method`, what placing an order asks for. Older Maho leaves code and title out. */
export const shippingMethodSchema = shape.transform((sent) => ({
  ...sent,
  code: sent.code ?? `${sent.carrierCode}_${sent.methodCode}`,
  title: sent.title ?? titleOf(sent),
}));

function titleOf({ carrierTitle, methodTitle }: z.infer<typeof shape>): string {
  const titles = [carrierTitle, methodTitle].filter((title) => title !== undefined && title !== '');
  return [...new Set(titles)].join(' - ');
}

export type ShippingMethod = z.infer<typeof shippingMethodSchema>;
