import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { wholeNumber } from './scalars.js';

/** The body of every error Maho answers itself; a few early ones lack `message` or `code`. */
export const apiErrorSchema = z.object({
  error: z.string(),
  message: absentOr(z.string()),
  code: absentOr(wholeNumber),
});

export type ApiError = z.infer<typeof apiErrorSchema>;
