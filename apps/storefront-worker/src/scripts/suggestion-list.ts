import type { Suggestion } from './suggestion.js';

/** The list below a search field: what is in it, which line is marked. */
export class SuggestionList {
  private readonly list = document.createElement('div');
  private marked = -1;

  constructor(
    private readonly field: HTMLInputElement,
    holder: HTMLElement,
    label: string,
  ) {
    this.list.id = `${field.id}-suggestions`;
    this.list.className = 'suggestions';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', label);
    this.list.hidden = true;
    holder.append(this.list);
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', this.list.id);
    field.setAttribute('aria-expanded', 'false');
  }

  showLoading(): void {
    if (!this.list.hidden) return;
    const bar = document.createElement('div');
    bar.className = 'suggestions-loading';
    this.list.replaceChildren(bar);
    this.open();
  }

  show(suggestions: readonly Suggestion[]): void {
    this.marked = -1;
    this.field.removeAttribute('aria-activedescendant');
    this.list.replaceChildren(...suggestions.map((suggestion, n) => this.line(suggestion, n)));
    if (suggestions.length === 0) this.close();
    else this.open();
  }

  close(): void {
    this.list.hidden = true;
    this.marked = -1;
    this.field.removeAttribute('aria-activedescendant');
    this.field.setAttribute('aria-expanded', 'false');
  }

  /** Marks the next line, or with -1 the one before; beyond the ends it goes round. */
  move(by: number): void {
    const lines = [...this.list.querySelectorAll('a')];
    if (this.list.hidden || lines.length === 0) return;
    lines[this.marked]?.setAttribute('aria-selected', 'false');
    this.marked = (this.marked + by + lines.length + (this.marked < 0 && by < 0 ? 1 : 0)) % lines.length;
    const line = lines[this.marked];
    if (!line) return;
    line.setAttribute('aria-selected', 'true');
    this.field.setAttribute('aria-activedescendant', line.id);
  }

  /** Address of the marked line; null while none is. */
  markedHref(): string | null {
    return this.list.querySelectorAll('a')[this.marked]?.href ?? null;
  }

  private open(): void {
    this.list.hidden = false;
    this.field.setAttribute('aria-expanded', 'true');
  }

  private line({ title, path, image, price }: Suggestion, n: number): HTMLElement {
    const line = document.createElement('a');
    line.href = path;
    line.id = `${this.list.id}-${n}`;
    line.className = 'suggestion';
    line.tabIndex = -1;
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', 'false');
    line.append(picture(image), text('span', title), text('span', price ?? '', 'suggestion-price'));
    return line;
  }
}

function picture(address: string | null): HTMLElement {
  if (address === null) return text('span', '', 'suggestion-picture');
  const image = document.createElement('img');
  image.className = 'suggestion-picture';
  image.alt = '';
  image.width = 48;
  image.height = 48;
  image.src = address;
  return image;
}

function text(tag: string, content: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = content;
  return element;
}
