import { parseSuggestions, type Suggestion } from './suggestion.js';
import { SuggestionList } from './suggestion-list.js';

/** One asks when the shopper pauses, not at every key. */
const PAUSE_MS = 200;
const MIN_CHARACTERS = 2;

/** Proposes products below a search field while one types; Enter without a choice searches as ever. */
export function improveSearch(search: HTMLElement): void {
  const field = search.querySelector<HTMLInputElement>('input[type=search]');
  if (!field) return;
  const list = new SuggestionList(field, search, search.dataset.suggestions ?? '');
  let pending = new AbortController();
  let timer = 0;

  field.addEventListener('input', () => {
    clearTimeout(timer);
    pending.abort();
    pending = new AbortController();
    const query = field.value.trim();
    if (query.length < MIN_CHARACTERS) {
      list.close();
      return;
    }
    const { signal } = pending;
    timer = setTimeout(() => propose(list, query, signal), PAUSE_MS);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      list.move(event.key === 'ArrowDown' ? 1 : -1);
    }
    if (event.key === 'Escape') list.close();
    const href = event.key === 'Enter' ? list.markedHref() : null;
    if (href !== null) {
      event.preventDefault();
      location.assign(href);
    }
  });
  search.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !search.contains(event.relatedTarget)) list.close();
  });
}

async function propose(list: SuggestionList, query: string, signal: AbortSignal): Promise<void> {
  list.showLoading();
  const suggestions = await ask(query, signal);
  if (!signal.aborted) list.show(suggestions);
}

/** No proposals when the search cannot be asked: the form itself still works. */
async function ask(query: string, signal: AbortSignal): Promise<Suggestion[]> {
  try {
    const url = `/search?${new URLSearchParams({ q: query, suggest: '1' })}`;
    const response = await fetch(url, { signal, headers: { Accept: 'application/json' } });
    return response.ok ? parseSuggestions(await response.json()) : [];
  } catch (error) {
    if (!signal.aborted) reportError(error);
    return [];
  }
}
