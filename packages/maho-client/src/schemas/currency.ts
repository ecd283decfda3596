import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { decimal } from './scalars.js';

/** `GET /stores/currencies`: one currency that `X-Currency-Code` may name; the rate is against the base currency. */
export const currencySchema = z.object({
  code: z.string().min(1),
  symbol: absentOr(z.string()),
  exchangeRate: decimal,
  extensions,
});

export type Currency = z.infer<typeof currencySchema>;
