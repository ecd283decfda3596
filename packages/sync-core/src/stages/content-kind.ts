import type { KvKey } from '@maho-storefront/kv-schema';
import type { Page } from '@maho-storefront/maho-client';
import type { RunContext } from '../run/run-context.js';
import type { RecordToWrite, WritableKey } from '../writing/record-writer.js';
import type { DatedEntity } from './changes-since.js';

/** `contents` rows of this type; also the type of their keys. */
export type ContentType = 'cms-page' | 'block' | 'blog-post';

/** How one kind of content is read, addressed and written. */
export interface ContentKind<Item extends { id: number }> {
  entity: DatedEntity;
  type: ContentType;
  /** By what all of it is due to be read again; null where nothing but a sync asks for that. */
  dueType: 'cms-pages' | 'blog' | null;
  /** Address below the store, by which a redirect would lead to it; null when it has no page. */
  redirectPrefix: string | null;
  read(context: RunContext, page: number, updatedSince: Date | undefined): Promise<Page<Item>>;
  /** Identifier or url key. */
  address(item: Item): string;
  /** Whether it is meant for all stores: one made for this store goes before it. */
  isGeneric(item: Item): boolean;
  /** Its entry in the index record. */
  summary(item: Item): object;
  key(context: RunContext, address: string): KvKey;
  record(context: RunContext, item: Item): RecordToWrite<WritableKey>;
  /** When everything has been read. */
  finish?(context: RunContext): Promise<void>;
}
