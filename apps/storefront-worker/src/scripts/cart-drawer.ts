/** Shows the cart beside the page. Escape, the cross and a click beside it close it; the focus goes back by itself. */
export function openDrawer(html: string): void {
  const drawer = document.querySelector<HTMLDialogElement>('.drawer') ?? makeDrawer();
  // Written by the shop, every text in it escaped.
  drawer.innerHTML = html;
  if (!drawer.open) drawer.showModal();
}

function makeDrawer(): HTMLDialogElement {
  const drawer = document.createElement('dialog');
  drawer.className = 'drawer';
  drawer.setAttribute('aria-labelledby', 'drawer-title');
  drawer.setAttribute('aria-describedby', 'drawer-note');
  // The drawer has no padding of its own, so what is clicked is the page behind it.
  drawer.addEventListener('click', ({ target }) => {
    if (target === drawer) drawer.close();
  });
  document.body.append(drawer);
  return drawer;
}
