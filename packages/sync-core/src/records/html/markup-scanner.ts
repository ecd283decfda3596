/** Reads a text from left to right, never back: whoever works with it takes linear time. */
export class MarkupScanner {
  position = 0;

  constructor(readonly text: string) {}

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The character `ahead` of the position; '' past the end. */
  peek(ahead = 0): string {
    return this.text.charAt(this.position + ahead);
  }

  startsWith(part: string): boolean {
    return this.text.startsWith(part, this.position);
  }

  /** Reads what a sticky pattern matches here; '' when it does not. */
  read(sticky: RegExp): string {
    sticky.lastIndex = this.position;
    const part = sticky.exec(this.text)?.[0] ?? '';
    this.position += part.length;
    return part;
  }

  /** Reads up to `end`, and past it; up to the end of the text, and null, where there is none. */
  readPast(end: string): string | null {
    const at = this.text.indexOf(end, this.position);
    const part = at === -1 ? null : this.text.slice(this.position, at);
    this.position = at === -1 ? this.text.length : at + end.length;
    return part;
  }

  /** Goes to where a global pattern matches next, to the end of the text where it does not. */
  skipTo(pattern: RegExp): void {
    pattern.lastIndex = this.position;
    this.position = pattern.exec(this.text)?.index ?? this.text.length;
  }
}
