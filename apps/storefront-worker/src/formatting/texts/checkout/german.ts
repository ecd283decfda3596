import type { CheckoutTexts } from './english.js';

/** What the checkout says, in German. */
export const CHECKOUT_GERMAN: CheckoutTexts = {
  title: 'Kasse',
  signInHint: 'Haben Sie ein Kundenkonto?',
  signIn: 'Anmelden',
  signedInAs: (email) => `Sie sind angemeldet als ${email}.`,
  mustSignIn: 'Bitte melden Sie sich an: In diesem Shop bestellen nur Kunden mit Kundenkonto.',
  change: 'Ändern',
  email: 'E-Mail-Adresse',
  emailHint: 'Dorthin schicken wir die Bestätigung Ihrer Bestellung.',
  addressIncomplete:
    'Es fehlt noch etwas, oder etwas stimmt nicht. Bitte sehen Sie sich die markierten Felder an.',
  emailMissing: 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
  emailInvalid: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein, etwa ada@example.com.',
  address: 'Ihre Adresse',
  deliveryAddress: 'Lieferadresse',
  billingAddress: 'Rechnungsadresse',
  billingSame: 'Die Rechnung geht an dieselbe Adresse',
  savedAddress: 'Aus Ihrem Adressbuch',
  otherAddress: 'Eine andere Adresse, unten eingegeben',
  saveAddress: 'Weiter',
  shipping: 'Versand',
  shippingMethods: 'Wie sollen wir es schicken?',
  shippingLater: 'Sobald wir Ihre Adresse kennen, zeigen wir die Versandarten.',
  shippingNone:
    'An diese Adresse können wir den Warenkorb nicht liefern. Bitte geben Sie eine andere Adresse ein oder ändern Sie den Warenkorb.',
  shippingMissing: 'Bitte wählen Sie eine Versandart.',
  saveShipping: 'Weiter zur Zahlung',
  payment: 'Zahlung',
  paymentMethods: 'Wie möchten Sie bezahlen?',
  paymentLater: 'Die Zahlungsarten folgen nach dem Versand.',
  paymentNone: 'Für diese Bestellung gibt es zurzeit keine Zahlungsart. Bitte wenden Sie sich an uns.',
  paymentMissing: 'Bitte wählen Sie eine Zahlungsart.',
  savePayment: 'Weiter zur Übersicht',
  paymentNext: 'Sie bezahlen nach dem Bestellen auf der Seite des Zahlungsdienstes.',
  review: 'Ihre Bestellung',
  changeCart: 'Warenkorb ändern',
  note: 'Anmerkung zur Bestellung',
  optional: 'freiwillig',
  place: 'Zahlungspflichtig bestellen',
  placeLater: 'Bitte gehen Sie erst die Schritte durch, dann können Sie bestellen.',
  orderChanged:
    'Ihre Bestellung hat sich inzwischen geändert. Bitte sehen Sie sie noch einmal durch, auch den Betrag; es wurde noch nichts bestellt.',
  notPlaced:
    'Der Shop konnte Ihre Bestellung nicht annehmen. Sie wurde nicht aufgegeben und nichts berechnet. Bitte versuchen Sie es noch einmal. Gelingt es wieder nicht, ist vielleicht gerade etwas ausverkauft: Bitte sehen Sie in Ihren Warenkorb.',
  paymentUnknown:
    'Diese Zahlung gehört zu einem anderen Warenkorb oder wurde aufgegeben. Mit ihr wurde nichts bestellt; was dafür reserviert war, wird innerhalb eines Tages freigegeben.',
  paymentDeclined:
    'Die Zahlung ist nicht zustande gekommen. Es wurde nichts bestellt; bitte wählen Sie eine andere Zahlungsart oder versuchen Sie es noch einmal.',
  paymentOpen:
    'Wir haben vom Zahlungsdienst noch nichts gehört. Bitte bestellen Sie gleich noch einmal: Sie zahlen nicht doppelt.',
  paymentFailed:
    'Der Zahlungsdienst antwortet nicht. Es wurde nichts bestellt; bitte versuchen Sie es noch einmal oder wählen Sie eine andere Zahlungsart.',
  backToCheckout: 'Zurück zur Kasse',
  totalChanged: (agreed, total) =>
    `Die Summe hat sich beim Bestellen geändert: Sie beträgt ${total}, nicht ${agreed}. Bitte wenden Sie sich an uns, wenn das für Sie nicht in Ordnung ist.`,
  successTitle: 'Vielen Dank für Ihre Bestellung',
  orderNumber: (number) => `Ihre Bestellnummer ist ${number}.`,
  confirmation: (email) => `Eine Bestätigung ist unterwegs an ${email}.`,
  confirmationSomewhere: 'Eine Bestätigung ist per E-Mail an Sie unterwegs.',
  whatNext: 'Wie es weitergeht',
  nextShipped: 'Wir packen Ihre Bestellung und schreiben Ihnen, sobald sie unterwegs ist.',
  nextVirtual: 'Sie bekommen eine E-Mail mit allem, was Sie zum Nutzen Ihres Einkaufs brauchen.',
  paidBy: 'Zahlung',
  sentBy: 'Versand',
  sentTo: 'Lieferung an',
  billedTo: 'Rechnung an',
  ordered: 'Was Sie bestellt haben',
  total: 'Summe',
  createAccount: 'Kundenkonto anlegen',
  createAccountHint:
    'Wählen Sie ein Passwort, dann finden Sie diese Bestellung und Ihre Adresse beim nächsten Mal in Ihrem Kundenkonto.',
  password: 'Passwort',
  createAccountButton: 'Konto anlegen',
  accountCreated:
    'Ihr Kundenkonto ist angelegt. Sie können sich mit Ihrer E-Mail-Adresse und Ihrem Passwort anmelden.',
  accountTooLate:
    'Aus dieser Bestellung lässt sich kein Kundenkonto mehr anlegen. Sie können sich aber jederzeit registrieren.',
  unclearTitle: 'Ihre Bestellung ist wahrscheinlich eingegangen',
  unclear:
    'Der Shop hat Ihre Bestellung angenommen, aber seine Antwort hat uns nicht erreicht. Kommt in wenigen Minuten eine Bestätigung per E-Mail, ist alles gut.',
  unclearWarning:
    'Bitte bestellen Sie nicht noch einmal, sonst bekommen Sie vielleicht alles doppelt. Kommt keine E-Mail, fragen Sie uns, bevor Sie es erneut versuchen.',
  lookAtOrders: 'Bestellungen ansehen',
  unknownTitle: 'Wir wissen noch nicht, ob Ihre Bestellung eingegangen ist',
  unknown:
    'Der Shop antwortet gerade nicht. Bitte bestellen Sie noch nicht erneut: Laden Sie diese Seite in einer Minute neu und achten Sie auf eine E-Mail mit der Bestätigung.',
  reload: 'Noch einmal nachsehen',
  laterTitle: 'Ihre Bestellung',
  later:
    'Einzelheiten einer Bestellung stehen hier einen Tag lang. In der E-Mail mit der Bestätigung finden Sie alles.',
  goOn: 'Weiter einkaufen',
};
