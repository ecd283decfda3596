/** A member that its schema could not read: left out of `items`, never silently. */
export interface RejectedMember {
  /** Its id, where it has a numeric one. */
  readonly id: number | null;
  /** Where in the member the first problem is, and what it is. */
  readonly reason: string;
}

/** One page of a collection. */
export interface Page<Item> {
  readonly items: Item[];
  readonly rejected: RejectedMember[];
  /** Exact when the page was made; pages cached at different moments may disagree. */
  readonly totalItems: number;
  /** From 1, as asked. */
  readonly page: number;
  /** As asked; the backend clamps it silently (100, categories 500). Without one: the number of members sent. */
  readonly itemsPerPage: number;
  readonly etag: string | null;
  /** The backend's clock when it answered. */
  readonly date: Date | null;
}

/** A page met on the way through a whole collection. */
export interface CrawledPage<Item> extends Page<Item> {
  /**
   * Whether `totalItems` is not what the page before said: rows may have moved over the boundary between the two,
   * so a reader that needs every row reads the page before again.
   */
  readonly totalMoved: boolean;
}
