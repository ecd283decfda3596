import type { JsonObject } from '../../json.js';

export interface BlogText {
  readonly title: string;
  readonly summary: string;
  readonly content: string;
}

export interface BlogPostText {
  readonly urlKey: string;
  readonly publishDate: string;
  readonly categoryIds: readonly number[];
  readonly disabled?: boolean;
  readonly en: BlogText;
  readonly de: BlogText;
}

function article(title: string, summary: string, ...paragraphs: readonly string[]): BlogText {
  return { title, summary, content: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n') };
}

export const BLOG_CATEGORIES: readonly JsonObject[] = [
  {
    name: 'News',
    urlKey: 'news',
    parentId: 0,
    path: '1',
    level: 1,
    position: 0,
    metaTitle: 'News from the shop',
  },
  { name: 'Guides', urlKey: 'guides', parentId: 0, path: '2', level: 1, position: 1 },
  { name: 'Guides for beginners', urlKey: 'beginners', parentId: 2, path: '2/3', level: 2, position: 5 },
];

export const BLOG_POSTS: readonly BlogPostText[] = [
  {
    urlKey: 'meet-the-potter',
    publishDate: '2026-10-19',
    categoryIds: [1],
    en: article(
      'Meet the potter',
      'A morning at the wheel with the woman behind our mugs.',
      'Clay has no patience and all the time in the world, says Inês, and throws the fortieth mug of the morning.',
      'We asked her what makes a handle good. She laughed and made us try.',
    ),
    de: article(
      'Besuch bei der Töpferin',
      'Ein Morgen an der Scheibe mit der Frau hinter unseren Bechern.',
      'Ton hat keine Geduld und alle Zeit der Welt, sagt Inês und dreht den vierzigsten Becher des Morgens.',
    ),
  },
  {
    urlKey: 'how-to-care-for-linen',
    publishDate: '2026-09-02',
    categoryIds: [2, 3],
    en: article(
      'How to care for linen',
      'Wash it cool, dry it flat, iron it never.',
      'Linen likes water and hates haste. Forty degrees are plenty, a short spin is enough.',
      'Creases are not a flaw; they are the fabric telling you it is real.',
    ),
    de: article(
      'Leinen richtig pflegen',
      'Kühl waschen, liegend trocknen, nie bügeln.',
      'Leinen mag Wasser und hasst Eile. Vierzig Grad genügen, kurz schleudern reicht.',
    ),
  },
  {
    urlKey: 'five-lamps-for-dark-evenings',
    publishDate: '2026-08-11',
    categoryIds: [2],
    en: article(
      'Five lamps for dark evenings',
      'Warm light, low down, and never only one.',
      'One lamp lights a room, three make it a place to stay. Put one behind you, one beside you and one where nobody looks.',
    ),
    de: article(
      'Fünf Leuchten für dunkle Abende',
      'Warmes Licht, weit unten und nie allein.',
      'Eine Leuchte erhellt das Zimmer, drei machen es wohnlich.',
    ),
  },
  {
    urlKey: 'our-repair-promise',
    publishDate: '2026-06-30',
    categoryIds: [1],
    en: article(
      'Our repair promise',
      'Two years, no receipt needed.',
      'Send it back, tell us what happened, and we mend it. If we cannot, you choose something else.',
    ),
    de: article(
      'Unser Reparaturversprechen',
      'Zwei Jahre, ohne Kassenzettel.',
      'Zurückschicken, erzählen, was passiert ist, und wir richten es.',
    ),
  },
  {
    urlKey: 'packing-without-plastic',
    publishDate: '2026-05-14',
    categoryIds: [1],
    en: article(
      'Packing without plastic',
      'What we learned from four hundred broken bowls.',
      'Paper folds, wool springs back, cardboard forgives. It took a year to find the right mix.',
    ),
    de: article(
      'Verpacken ohne Plastik',
      'Was wir aus vierhundert zerbrochenen Schalen gelernt haben.',
      'Papier faltet sich, Wolle federt, Karton verzeiht.',
    ),
  },
  {
    urlKey: 'a-first-tent',
    publishDate: '2026-04-03',
    categoryIds: [2, 3],
    en: article(
      'A first tent',
      'Three questions before you buy one.',
      'How many people, how far will you carry it, and does anyone snore? Everything else is detail.',
    ),
    de: article(
      'Das erste Zelt',
      'Drei Fragen vor dem Kauf.',
      'Wie viele Leute, wie weit wird es getragen, und schnarcht jemand? Der Rest ist Beiwerk.',
    ),
  },
  {
    // Becomes visible on its day without any save: no event tells of it.
    urlKey: 'the-next-chapter',
    publishDate: '2098-01-01',
    categoryIds: [1],
    en: article('The next chapter', 'Not to be told yet.', 'Come back later.'),
    de: article('Das nächste Kapitel', 'Noch nicht zu verraten.', 'Später mehr.'),
  },
  {
    urlKey: 'draft-of-a-guide',
    publishDate: '2026-03-01',
    categoryIds: [2],
    disabled: true,
    en: article('Draft of a guide', 'Unfinished.', 'To be written.'),
    de: article('Entwurf', 'Unfertig.', 'Noch zu schreiben.'),
  },
];
