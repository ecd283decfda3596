/** What is wrong with what was chosen of a product, in English; the type all other languages follow. */
export const CHOICES_ENGLISH = {
  missing: (what: string) => `Please choose: ${what}`,
  combinationGone: 'This combination is not available. Please choose another.',
  noMember: 'Please say how many you would like of at least one of the products.',
  quantityPositive: 'Please enter a quantity above zero.',
  quantityWhole: 'This product is only sold in whole pieces.',
  quantityMost: (most: string) => `We sell at most ${most} at once.`,
  quantityLeast: (least: string) => `We sell at least ${least} at once.`,
  quantityStep: (step: string) => `This product is sold in steps of ${step}.`,
  textTooLong: (what: string, most: string) => `“${what}” may have up to ${most} characters.`,
  dateUnreadable: (what: string) => `Please enter “${what}” as a whole date or time.`,
  fileTooLarge: (what: string, most: string) => `The file for “${what}” is larger than ${most} MB.`,
  formTooLarge: (most: string) => `That is more than we can take at once. A file may have up to ${most} MB.`,
  fileType: (what: string, types: string) => `The file for “${what}” has to be one of: ${types}`,
  amountMissing: 'Please choose an amount.',
  amountBetween: (from: string, to: string) => `Please choose an amount between ${from} and ${to}.`,
  emailUnfit: 'Please enter a whole e-mail address.',
};

export type ChoicesTexts = typeof CHOICES_ENGLISH;
