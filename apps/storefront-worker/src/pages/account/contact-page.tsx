import { EmailField } from '../../components/account/email-field.js';
import { EmptyState } from '../../components/empty-state.js';
import { PostForm } from '../../components/form/post-form.js';
import { TextArea } from '../../components/form/text-area.js';
import { TextField } from '../../components/form/text-field.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { formPage } from './account-page.js';
import { type FormState, typedIn } from './form-state.js';

/** The field that people do not see, and robots fill in. */
export const HONEYPOT = 'homepage';

/** What is longer, Maho cuts off in silence. */
const LONGEST_MESSAGE = 5_000;

/** `/contact`. */
export function contactPage(
  shop: Shop,
  { form, action, notice }: { form: FormState; action: string; notice?: string | undefined },
): PageContent {
  const texts = accountTexts(shop.config.locale);
  return formPage({
    title: texts.contact,
    notice,
    problem: form.problem,
    body: (
      <PostForm action={action} send={texts.send}>
        <p>{texts.contactHint}</p>
        <TextField
          {...typedIn(shop, form, 'name')}
          label={texts.name}
          autocomplete="name"
          maxlength={255}
          required
        />
        <EmailField shop={shop} form={form} />
        <TextField
          {...typedIn(shop, form, 'telephone')}
          label={texts.telephone}
          type="tel"
          autocomplete="tel"
          maxlength={50}
          optional={texts.optional}
        />
        <TextArea
          {...typedIn(shop, form, 'comment')}
          label={texts.message}
          rows={8}
          maxlength={LONGEST_MESSAGE}
          required
        />
        <p class="honeypot" aria-hidden="true">
          <label>
            {texts.leaveEmpty} <input name={HONEYPOT} tabindex={-1} autocomplete="off" />
          </label>
        </p>
      </PostForm>
    ),
  });
}

/** `/contact` while the shop takes no messages, or wants a captcha that these pages cannot show. */
export function contactClosedPage(shop: Shop): PageContent {
  const texts = accountTexts(shop.config.locale);
  return {
    ...formPage({
      title: texts.contact,
      body: <EmptyState icon="leaf" title={texts.contactOff} hint={texts.contactOffHint} />,
    }),
    status: 503,
  };
}
