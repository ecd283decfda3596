import { decimal } from '../../schemas/scalars.js';

/** Four decimals, as the columns of Maho's database have. */
const STEPS = 10_000;

/** An amount. PHP adds floats, so `697.5999999999999` is sent for 697.6 (recording cart/38). */
export const money = decimal.transform((amount) => Math.round(amount * STEPS) / STEPS);
