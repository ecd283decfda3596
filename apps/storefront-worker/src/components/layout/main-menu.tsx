import type { MenuNode } from '@maho-storefront/kv-schema';
import { pageHref } from '../../formatting/page-href.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';

/**
 * The category menu, all levels, once for every screen: a bar whose panels open on hover and focus, or on a
 * phone a list that opens by checkboxes. Needs no script.
 */
export function MainMenu({ shop }: { shop: Shop }) {
  const texts = textsOf(shop.config.locale);
  if (shop.menu.length === 0 && !shop.hasBlog) return null;
  return (
    <nav class="menu-bar" aria-label={texts.mainMenu}>
      <ul class="page-width">
        {shop.menu.map((node) => (
          <MenuBranch shop={shop} node={node} />
        ))}
        {shop.hasBlog && (
          <li>
            <a class="menu-link" href="/blog" aria-current={shop.path === '/blog' ? 'page' : undefined}>
              {texts.blog}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function MenuBranch({ shop, node }: { shop: Shop; node: MenuNode }) {
  const texts = textsOf(shop.config.locale);
  const switchId = `menu-${node.id}`;
  return (
    <li class={isWithin(shop.path, node.path) ? 'menu-here' : undefined}>
      <a class="menu-link" href={pageHref(node.path)} aria-current={currentAt(shop, node)}>
        {node.name}
      </a>
      {node.children.length > 0 && (
        <>
          <input
            type="checkbox"
            class="menu-branch-switch"
            id={switchId}
            aria-label={texts.subcategoriesOf(node.name)}
          />
          <div class="menu-panel">
            <ul class="page-width">
              {node.children.map((child) => (
                <li>
                  <a class="menu-heading" href={pageHref(child.path)} aria-current={currentAt(shop, child)}>
                    {child.name}
                  </a>
                  <MenuLeaves shop={shop} nodes={child.children} />
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
    </li>
  );
}

/** The third level and everything below it. */
function MenuLeaves({ shop, nodes }: { shop: Shop; nodes: readonly MenuNode[] }) {
  if (nodes.length === 0) return null;
  return (
    <ul>
      {nodes.map((node) => (
        <li>
          <a href={pageHref(node.path)} aria-current={currentAt(shop, node)}>
            {node.name}
          </a>
          <MenuLeaves shop={shop} nodes={node.children} />
        </li>
      ))}
    </ul>
  );
}

function currentAt(shop: Shop, node: MenuNode): 'page' | undefined {
  return shop.path === `/${node.path}` ? 'page' : undefined;
}

function isWithin(path: string, nodePath: string): boolean {
  return path === `/${nodePath}` || path.startsWith(`/${nodePath}/`);
}
