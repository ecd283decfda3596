import type { RefusalReason } from '@maho-storefront/maho-client/shopping';
import type { FailureTexts } from './english.js';

/** What a shopper is told when the shop refuses something, in German. */
export const REFUSALS_GERMAN: Readonly<Record<RefusalReason, string | null>> = {
  cart_not_found: 'Diesen Warenkorb gibt es nicht mehr. Bitte stellen Sie einen neuen zusammen.',
  item_not_found: 'Das liegt nicht mehr in Ihrem Warenkorb.',
  product_not_found: 'Dieser Artikel wird nicht mehr verkauft.',
  product_unavailable: 'Dieser Artikel ist zurzeit nicht erhältlich.',
  out_of_stock: 'Dieser Artikel ist ausverkauft.',
  insufficient_stock: 'So viele sind nicht mehr da.',
  quantity_too_high: 'Das ist mehr, als wir auf einmal verkaufen.',
  quantity_too_low: 'Das ist weniger, als wir auf einmal verkaufen.',
  quantity_invalid: 'Bitte geben Sie eine Menge über null ein.',
  quantity_increment: 'Diesen Artikel gibt es nur in bestimmten Mengen.',
  option_required: 'Bitte wählen Sie alle Optionen dieses Artikels.',
  not_addable:
    'Dieser Artikel konnte nicht in den Warenkorb gelegt werden. Bitte wählen Sie seine Optionen auf seiner Seite.',
  unknown_coupon: 'Diesen Gutscheincode kennen wir nicht, oder er gilt nicht mehr.',
  coupon_not_applicable: 'Dieser Gutscheincode gilt nicht für Ihren Warenkorb.',
  unknown_gift_card: 'Diese Geschenkkarte kennen wir nicht.',
  gift_card_unusable:
    'Diese Geschenkkarte lässt sich nicht einlösen: Sie ist abgelaufen, aufgebraucht oder noch nicht aktiv.',
  gift_card_already_applied: 'Diese Geschenkkarte ist schon eingelöst.',
  gift_card_not_applied: 'Diese Geschenkkarte ist nicht eingelöst.',
  gift_card_buys_gift_card: 'Mit einer Geschenkkarte lässt sich keine Geschenkkarte kaufen.',
  incomplete_address: 'Die Adresse ist nicht vollständig.',
  shipping_method_unavailable:
    'Diese Versandart gibt es für Ihre Adresse nicht. Bitte wählen Sie eine andere.',
  payment_method_unavailable:
    'Diese Zahlungsart gibt es für Ihre Bestellung nicht. Bitte wählen Sie eine andere.',
  order_incomplete: 'Für Ihre Bestellung fehlt noch etwas. Bitte gehen Sie die Schritte noch einmal durch.',
  order_in_progress: 'Ihre Bestellung wird gerade aufgegeben.',
  order_not_found: 'Diese Bestellung finden wir nicht.',
  order_not_cancellable: 'Diese Bestellung lässt sich nicht mehr stornieren.',
  sign_in_required: 'Bitte melden Sie sich zuerst an.',
  session_expired: 'Sie wurden nach einer Weile abgemeldet. Bitte melden Sie sich wieder an.',
  invalid_credentials: 'E-Mail-Adresse und Passwort gehören nicht zusammen.',
  two_factor_required: 'Bitte geben Sie den Code Ihrer Authenticator-App ein.',
  two_factor_invalid: 'Dieser Code stimmt nicht oder ist abgelaufen.',
  account_not_confirmed:
    'Bitte bestätigen Sie zuerst Ihre E-Mail-Adresse über den Link, den wir Ihnen geschickt haben.',
  email_taken: 'Zu dieser E-Mail-Adresse gibt es schon ein Konto.',
  invalid_email: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein.',
  password_unfit: 'Das Passwort ist zu kurz. Bitte wählen Sie ein längeres.',
  wrong_password: 'Das ist nicht Ihr jetziges Passwort.',
  reset_link_invalid: 'Dieser Link ist abgelaufen oder schon benutzt. Bitte fordern Sie einen neuen an.',
  captcha_failed: 'Bitte lösen Sie das Captcha noch einmal.',
  newsletter_needs_account: 'Unseren Newsletter bekommen nur Kunden mit einem Konto.',
  rejected: null,
};

/** What a shopper is told of what is no refusal that we know, in German. */
export const FAILURES_GERMAN: FailureTexts = {
  tooMany: 'Das war etwas zu oft. Bitte warten Sie einen Moment und versuchen Sie es wieder.',
  notAccepted:
    'Das hat der Shop nicht angenommen. Es hat sich nichts geändert; bitte prüfen Sie Ihre Eingaben.',
  noAnswer:
    'Der Shop antwortet gerade nicht. Ihre Eingaben sind noch da; bitte versuchen Sie es gleich noch einmal.',
};
