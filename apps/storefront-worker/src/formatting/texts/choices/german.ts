import type { ChoicesTexts } from './english.js';

/** What is wrong with what was chosen of a product, in German. */
export const CHOICES_GERMAN: ChoicesTexts = {
  missing: (what) => `Bitte wählen Sie noch: ${what}`,
  combinationGone: 'Diese Kombination gibt es nicht. Bitte wählen Sie eine andere.',
  noMember: 'Bitte geben Sie bei mindestens einem Artikel eine Menge an.',
  quantityPositive: 'Bitte geben Sie eine Menge über null ein.',
  quantityWhole: 'Diesen Artikel gibt es nur in ganzen Stücken.',
  quantityMost: (most) => `Wir verkaufen höchstens ${most} auf einmal.`,
  quantityLeast: (least) => `Wir verkaufen mindestens ${least} auf einmal.`,
  quantityStep: (step) => `Diesen Artikel gibt es in Schritten von ${step}.`,
  textTooLong: (what, most) => `„${what}“ darf höchstens ${most} Zeichen haben.`,
  dateUnreadable: (what) => `Bitte geben Sie „${what}“ vollständig als Datum oder Uhrzeit an.`,
  fileTooLarge: (what, most) => `Die Datei für „${what}“ ist größer als ${most} MB.`,
  formTooLarge: (most) =>
    `Das ist mehr, als wir auf einmal annehmen können. Eine Datei darf höchstens ${most} MB groß sein.`,
  fileType: (what, types) => `Die Datei für „${what}“ muss von dieser Art sein: ${types}`,
  amountMissing: 'Bitte wählen Sie einen Betrag.',
  amountBetween: (from, to) => `Bitte wählen Sie einen Betrag zwischen ${from} und ${to}.`,
  emailUnfit: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein.',
};
