import type { Language } from '../store-view.js';

type Sentences = Readonly<Record<Language, readonly string[]>>;

/** First sentence of a description; also the short description. */
export const OPENINGS: Sentences = {
  en: [
    'The {name} is the piece you reach for without thinking.',
    'Quiet lines and honest proportions make the {name} easy to live with.',
    'Drawn in our studio and made in small batches, the {name} gets better with use.',
    'The {name} keeps only what matters and leaves out the rest.',
    'A favourite from the {series} collection: the {name}, now with a lighter touch.',
    'Some things should simply work, and the {name} does, day after day.',
  ],
  de: [
    'Zu {name} greift man, ohne lange nachzudenken.',
    'Ruhige Linien und stimmige Proportionen: {name} passt sich jedem Alltag an.',
    'In unserem Studio entworfen und in kleinen Serien gefertigt: {name} wird mit der Zeit nur schöner.',
    '{name} behält das Wesentliche und lässt alles Übrige weg.',
    'Ein Liebling aus der Kollektion {series}: {name}, jetzt noch leichter.',
    'Manches soll einfach funktionieren, und {name} tut genau das, Tag für Tag.',
  ],
};

/** What it is made of. */
export const DETAILS: Sentences = {
  en: [
    'We chose {material} for its hand and for the way it ages, and finished every edge by hand.',
    'Our {material} comes from a family-run supplier we have worked with for eleven years.',
    'Carefully selected {material} gives it weight where it counts and softness where you touch it.',
    'Each one is checked twice before it leaves the workshop, so small variations in the {material} are a good sign.',
  ],
  de: [
    'Wir haben {material} gewählt, weil es sich gut anfühlt und schön altert; jede Kante ist von Hand versäubert.',
    'Das Material ({material}) stammt von einem Familienbetrieb, mit dem wir seit elf Jahren arbeiten.',
    'Sorgfältig ausgesuchtes Material ({material}) gibt Halt, wo es zählt, und ist weich, wo man es berührt.',
    'Jedes Stück wird zweimal geprüft; kleine Unterschiede im Material ({material}) sind ein gutes Zeichen.',
  ],
};

/** What it goes with. */
export const USES: Sentences = {
  en: [
    'Pair it with anything from {shelf} &amp; more, or give it a corner of its own.',
    'It travels well, stores flat, and looks as good on a Monday as it does on a Sunday.',
    'A thoughtful gift, and an even better reason to treat yourself.',
    'Looked after a little, it will stay with you for many years &ndash; and we repair it if it does not.',
  ],
  de: [
    'Es passt zu allem aus {shelf} &amp; mehr und macht auch allein eine gute Figur.',
    'Es reist gern mit, braucht wenig Platz und sieht montags so gut aus wie sonntags.',
    'Ein durchdachtes Geschenk, und ein noch besserer Grund, sich selbst etwas zu gönnen.',
    'Mit ein wenig Pflege bleibt es viele Jahre bei Ihnen &ndash; und falls nicht, reparieren wir es.',
  ],
};

export const FEATURES: Sentences = {
  en: [
    'Made in Portugal',
    'Free repairs for two years',
    'Packed without plastic',
    'Wipe clean with a damp cloth',
    'Responsibly sourced materials',
    'Numbered small-batch production',
    'Ships within two working days',
    'Designed to be taken apart',
  ],
  de: [
    'Hergestellt in Portugal',
    'Zwei Jahre kostenlose Reparatur',
    'Ohne Plastik verpackt',
    'Feucht abwischbar',
    'Materialien aus verantwortungsvollen Quellen',
    'Nummerierte Kleinserie',
    'Versand innerhalb von zwei Werktagen',
    'Zerlegbar konstruiert',
  ],
};

export const REVIEW_TITLES: readonly string[] = [
  'Exactly as described',
  'Better than expected',
  'Good, with one small flaw',
  'My third one already',
  'Lovely gift',
];

export const REVIEW_TEXTS: readonly string[] = [
  'Arrived quickly and well packed. The finish is even nicer than in the pictures.',
  'I use it every day and it still looks new after two months.',
  'Colour is a touch darker than I thought, but I kept it and I am happy with it.',
  'Bought one for myself and came back for another. Would order again.',
];

export const REVIEWERS: readonly string[] = ['Mara K.', 'Jonas', 'Priya S.', 'E. Novak', 'Tom & Li', 'Sofia'];
