import { cmsBlockKind, cmsPageKind } from './content-kinds.js';
import { contentStage } from './content-stage.js';

const allPages = contentStage(cmsPageKind);

/** Copies the CMS pages; a run for due work only if a category has hidden one or shown it again. */
export const cmsPagesStage: typeof allPages = {
  ...allPages,
  begin(context) {
    const { clock, due } = context.tools;
    const isWanted = context.run.request.scope !== 'due' || due.count('cms-pages', clock.now()) > 0;
    return isWanted ? allPages.begin(context) : null;
  },
};

/** Copies the CMS blocks. */
export const cmsBlocksStage = contentStage(cmsBlockKind);
