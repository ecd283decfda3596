import { MahoRefusal } from './maho-refusal.js';
import type { RefusalReason } from './refusal-reason.js';

/** The refusal of what Maho could only refuse: nothing is sent. */
export function unsentRefusal(reason: RefusalReason, said: string): MahoRefusal {
  return new MahoRefusal({ reason, said }, { method: 'No request', url: 'was sent' });
}
