/**
 * Shows the sync's progress as it goes: the server sends the page's own part as HTML. When all has ended the page is
 * loaded again, with the runs in its history.
 */
function follow(part: HTMLElement, address: string, say: (words: string) => void): void {
  const events = new EventSource(address);
  events.addEventListener('progress', ({ data }) => {
    part.innerHTML = data;
  });
  events.addEventListener('end', () => {
    events.close();
    location.reload();
  });
  events.addEventListener('error', () => {
    // Else the browser connects again by itself.
    if (events.readyState === EventSource.CLOSED)
      say('The progress cannot be followed. Load the page again.');
  });
}

const part = document.querySelector<HTMLElement>('[data-live]');
const state = document.querySelector('[data-live-state]');
if (part?.dataset.live && state) {
  follow(part, part.dataset.live, (words) => {
    state.textContent = words;
  });
}
