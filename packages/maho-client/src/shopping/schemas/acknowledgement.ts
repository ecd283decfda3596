import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { flag, text } from '../../schemas/scalars.js';

/** The answer of a call that has nothing to show. */
export const acknowledgementSchema = z.object({ success: flag, message: absentOr(text) });

export type Acknowledgement = z.infer<typeof acknowledgementSchema>;
