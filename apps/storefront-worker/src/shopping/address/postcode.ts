/** Stands for a postcode where there is none: Maho's carts take no address without one. */
export const NO_POSTCODE = '-';

/**
 * Countries where an address may be without a postcode. Maho does not tell over its API, so these are the four of its
 * own default (`general/country/optional_zip_countries`) and those that have none by the Universal Postal Union's
 * list (https://www.upu.int/en/Postal-Solutions/Programmes-Services/Addressing-Solutions).
 */
const WITHOUT_POSTCODE: ReadonlySet<string> = new Set(
  (
    'HK IE MO PA AE AG AN AO AW BF BI BJ BO BS BW BZ CD CF CG CI CK CM DJ DM ER FJ GA GD GM GQ GY JM KI KM KN KP ' +
    'LC ML MR MS MW NR NU QA RW SB SC SL SR ST SY TD TF TG TK TL TO TV TZ UG VU YE ZW'
  ).split(' '),
);

export function isPostcodeOptional(countryId: string): boolean {
  return WITHOUT_POSTCODE.has(countryId);
}
