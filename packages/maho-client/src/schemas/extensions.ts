import * as z from 'zod';
import { recordOf } from './record-of.js';

/** What a merchant's module adds to a resource: `[]` when empty and an object when filled, here always a record. */
export const extensions = recordOf(z.unknown());
