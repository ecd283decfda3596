import type { PageSubject } from '../store-views/page-subject.js';
import { type StoreView, subjectPaths } from '../store-views/subject-paths.js';
import type { MovedPage } from './loaded-page.js';

/**
 * Leads a visitor who comes from another store view to what they looked at there, or home where this one does not have
 * it. Not for ever: addresses change.
 */
export async function loadSwitch(view: StoreView, subject: PageSubject): Promise<MovedPage> {
  const [path] = await subjectPaths(view, [subject]);
  // Where a product lives only the store's index knows by id: no pulse tells when that changes.
  return { movedTo: path ?? '/', isPermanent: false, askedBackend: subject.kind === 'product' };
}
