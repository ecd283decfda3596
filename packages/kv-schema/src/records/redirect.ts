import * as z from 'zod';

/** What a redirect leads to; the id lets it follow its target when that moves. */
export const redirectTargetTypeSchema = z.enum(['product', 'category', 'cms-page', 'blog-post']);
export type RedirectTargetType = z.infer<typeof redirectTargetTypeSchema>;

/** `{store}:redirect:{path}`: an old or second address of something. `to` has no leading slash. */
export const redirectRecordSchema = z.object({
  to: z.string(),
  status: z.literal(301),
  type: redirectTargetTypeSchema,
  id: z.int(),
});
export type RedirectRecord = z.infer<typeof redirectRecordSchema>;
