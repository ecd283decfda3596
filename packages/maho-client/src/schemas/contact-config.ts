import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { flag } from './scalars.js';

/** `GET /contact/config`: how the contact form is protected. */
export const contactConfigSchema = z.object({
  id: absentOr(z.string()),
  enabled: flag,
  /** none, turnstile or recaptcha_v3. */
  captchaProvider: z.string(),
  captchaSiteKey: absentOr(z.string()),
  honeypotField: absentOr(z.string()),
  extensions,
});

export type ContactConfig = z.infer<typeof contactConfigSchema>;
