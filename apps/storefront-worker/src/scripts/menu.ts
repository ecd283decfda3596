/** Closes what is open — menu, panels, store switcher — on Escape and on a click elsewhere. */
export function improveMenus(): void {
  const menuSwitch = document.querySelector<HTMLInputElement>('.menu-switch');
  const bar = document.querySelector('.menu-bar');
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    if (menuSwitch?.checked) {
      menuSwitch.checked = false;
      menuSwitch.focus();
    }
    for (const details of openDetails()) {
      details.open = false;
      details.querySelector('summary')?.focus();
    }
    bar?.classList.add('menu-closed');
  });
  // A panel that Escape closed opens again once pointer or focus come anew.
  for (const type of ['pointerover', 'focusin']) {
    bar?.addEventListener(type, () => bar.classList.remove('menu-closed'));
  }
  document.addEventListener('click', (event) => {
    for (const details of openDetails()) {
      if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
    }
  });
}

function openDetails(): NodeListOf<HTMLDetailsElement> {
  return document.querySelectorAll<HTMLDetailsElement>('details[data-closes][open]');
}
