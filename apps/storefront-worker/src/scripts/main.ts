import { addByScript } from './add-to-cart.js';
import { improveAddressForm } from './address-form.js';
import { improveBuyForm } from './buy-form.js';
import { showCartCount } from './cart-count.js';
import { tellPageEvents } from './data-layer.js';
import { improveGallery } from './gallery.js';
import { improveMenus } from './menu.js';
import { improveSearch } from './search-suggestions.js';
import { sendFormsOnce } from './send-once.js';
import { sendOnChange } from './sort-form.js';

improveMenus();
for (const search of document.querySelectorAll<HTMLElement>('[data-search]')) improveSearch(search);
for (const form of document.querySelectorAll<HTMLFormElement>('[data-sends-itself]')) sendOnChange(form);
for (const address of document.querySelectorAll<HTMLElement>('[data-address]')) improveAddressForm(address);

const gallery = document.querySelector<HTMLElement>('[data-gallery]');
const showPicture = gallery ? improveGallery(gallery) : () => {};
for (const form of document.querySelectorAll<HTMLFormElement>('[data-buy-form]')) {
  improveBuyForm(form, showPicture);
}

for (const form of document.querySelectorAll<HTMLFormElement>('[data-buy-form],[data-adds]'))
  addByScript(form);
sendFormsOnce();
// Also when a page comes back from the browser's memory: the cart may have changed meanwhile.
window.addEventListener('pageshow', showCartCount);
tellPageEvents();
