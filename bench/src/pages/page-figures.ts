import type { Sample } from '../load/send-load.ts';
import type { Weight } from '../report/weight.ts';
import type { PerPageType } from './page-types.ts';

/** How a page may come about. */
export interface PageSamples {
  /** From the isolate's memory. */
  memoryHit: Sample;
  /** From `caches.default`, by an isolate without memory. */
  cacheHit: Sample;
  /** From the isolate's memory after a publish that did not touch the page. */
  revalidated: Sample;
  /** Rendered, after a publish that touched it, by an isolate that has been at work. */
  render: Sample;
  /** The same by an isolate without memory, so that everything is read from KV. */
  coldRender: Sample;
  /** The same bytes from `caches.default` and nothing else. */
  bareMatch: Sample;
  /** The same bytes from a map. */
  barePage: Sample;
}

/** One round: every case once, one shortly after another. */
export interface Round {
  trivial: Sample;
  kvGet: Sample;
  /** A match that finds nothing, one KV get and one put: a render is that and what it does itself. */
  bareMiss: Sample;
  pages: PerPageType<PageSamples>;
}

/** What a shopper's browser loads. */
export interface PageWeights {
  /** Of all measured pages of the type the heaviest. */
  html: PerPageType<Weight>;
  /** What one page links. */
  css: Weight;
  js: Weight;
}
