import type { CustomOptionRecord } from '@maho-storefront/kv-schema';
import type { OptionFile } from '@maho-storefront/maho-client/shopping';
import { FormRefusal } from '../../visit/form-refusal.js';
import type { Choice } from './choice.js';

/** A file is held in memory three times: as it came, in base64, and in the request to the shop. */
export const LARGEST_FILE_MB = 4;
const BYTES_PER_MB = 1024 * 1024;

/** Letters at a time: a call with all of them would be too many arguments. */
const CHUNK = 0x8000;

/** The file that was chosen for an option; null without one. @throws FormRefusal for one that does not fit. */
export function optionFile({ form, texts }: Choice, option: CustomOptionRecord): OptionFile | null {
  const field = `options[${option.id}]`;
  const file = form.file(field);
  if (file === null || file.bytes.length === 0) return null;
  if (file.bytes.length > LARGEST_FILE_MB * BYTES_PER_MB) {
    const message = texts.fileTooLarge(option.title, String(LARGEST_FILE_MB));
    throw new FormRefusal('file_too_large', message, [field]);
  }
  const types = option.fileExtensions?.match(/[a-z0-9]+/gi)?.map((type) => type.toLowerCase()) ?? [];
  if (types.length > 0 && !types.includes(extensionOf(file.name))) {
    throw new FormRefusal('file_type', texts.fileType(option.title, types.join(', ')), [field]);
  }
  return { name: file.name, base64: base64(file.bytes) };
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function base64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    letters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(letters);
}
