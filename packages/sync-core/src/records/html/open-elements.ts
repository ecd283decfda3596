import { isVoid } from './element-rules.js';
import { endedBy, homeOf, scopeOf } from './nesting-rules.js';

interface OpenElement {
  /** Name that its end tag will have. */
  source: string;
  /** Name in the output; null for an element that goes with its content. */
  written: string | null;
}

/** Half of where browsers stop nesting; it also bounds the work for each tag. */
const MAX_DEPTH = 256;

/**
 * The elements that are open at a point of a fragment. It writes tags so that each is closed where a browser
 * would close it, in the right order, before the fragment ends: no content reaches out of its place.
 */
export class OpenElements {
  private readonly stack: OpenElement[] = [];
  /** Open elements that go with their content. */
  private hiding = 0;

  constructor(private readonly write: (markup: string) => void) {}

  /** Whether what comes now belongs to an element that goes with its content. */
  get isHidden(): boolean {
    return this.hiding > 0;
  }

  /** Begins an element that goes with its content. */
  hide(source: string): void {
    if (this.stack.length >= MAX_DEPTH && this.isHidden) return;
    this.stack.push({ source, written: null });
    this.hiding += 1;
  }

  /** @param attributes of the element as it is written, each with a space before it. */
  open(source: string, wanted: string, attributes: string): void {
    const written = this.settle(wanted);
    if (written === null) return;
    if (!isVoid(written) && this.stack.length >= MAX_DEPTH) return;
    this.endBy(written);
    // What is written in another's place has none of its attributes.
    if (!this.isHidden) this.write(`<${written}${written === wanted ? attributes : ''}>`);
    if (!isVoid(written)) this.stack.push({ source, written });
  }

  close(source: string): void {
    const scope = scopeOf(source);
    for (let n = this.stack.length - 1; n >= 0; n -= 1) {
      const element = this.stack[n];
      if (element?.source === source) {
        this.closeFrom(n);
        return;
      }
      if (element?.written && scope.has(element.written)) return;
    }
  }

  closeAll(): void {
    this.closeFrom(0);
  }

  /** Goes to the element's parent. @returns the name to write, null for none. */
  private settle(wanted: string): string | null {
    const home = homeOf(wanted);
    if (!home) return wanted;
    const parent = this.nearest(home.parents, scopeOf(wanted));
    if (parent === -1) return home.otherwise;
    this.closeFrom(parent + 1);
    return wanted;
  }

  private endBy(written: string): void {
    const ended = endedBy(written);
    if (ended.size === 0) return;
    // The first may stand in another: a paragraph in a heading.
    const scope = scopeOf('');
    for (let n = this.nearest(ended, scope); n !== -1; n = this.nearest(ended, scope)) this.closeFrom(n);
  }

  /** Index of the innermost open element of these names that is not outside of `scope`; -1 for none. */
  private nearest(names: ReadonlySet<string>, scope: ReadonlySet<string>): number {
    for (let n = this.stack.length - 1; n >= 0; n -= 1) {
      const name = this.stack[n]?.written ?? null;
      // An element that goes with its content changes nothing outside.
      if (name === null) return -1;
      if (names.has(name)) return n;
      if (scope.has(name)) return -1;
    }
    return -1;
  }

  private closeFrom(index: number): void {
    while (this.stack.length > index) {
      const element = this.stack.pop();
      if (element?.written === null) this.hiding -= 1;
      else if (element && !this.isHidden) this.write(`</${element.written}>`);
    }
  }
}
