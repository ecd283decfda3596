import { surchargeAmount, surchargeText } from '../../formatting/option-surcharge.js';
import { textsOf } from '../../formatting/texts/index.js';
import { type OptionProps, OptionTitle } from './option-title.js';

/** An option with values to choose from: a list, or values to tick. */
export function ChoiceOption(props: OptionProps) {
  return props.option.type === 'drop_down' ? <ValueSelect {...props} /> : <ValueTicks {...props} />;
}

function ValueSelect({ shop, option, currency, base }: OptionProps) {
  const { locale } = shop.config;
  const texts = textsOf(locale);
  const id = `custom-${option.id}`;
  return (
    <div class="option">
      <label for={id}>
        <OptionTitle shop={shop} option={option} price="" />
      </label>
      <select id={id} class="select" name={`options[${option.id}]`} required={option.required}>
        <option value="">{option.required ? texts.choose : texts.none}</option>
        {option.values.map((value) => (
          <option value={value.id} data-amount={surchargeAmount(value, base)}>
            {`${value.title} ${surchargeText(value, base, { currency, locale, texts })}`.trim()}
          </option>
        ))}
      </select>
    </div>
  );
}

function ValueTicks({ shop, option, currency, base }: OptionProps) {
  const { locale } = shop.config;
  const texts = textsOf(locale);
  const kind = option.type === 'radio' ? 'radio' : 'checkbox';
  const name = kind === 'radio' ? `options[${option.id}]` : `options[${option.id}][]`;
  return (
    <fieldset class="option" data-one-of={kind === 'checkbox' && option.required ? '' : undefined}>
      <legend>
        <OptionTitle shop={shop} option={option} price="" />
      </legend>
      {kind === 'radio' && !option.required && (
        <label class="tick">
          <input type="radio" class="radio" name={name} value="" checked />
          <span>{texts.none}</span>
        </label>
      )}
      {option.values.map((value) => (
        <label class="tick">
          <input
            type={kind}
            class={kind}
            name={name}
            value={value.id}
            required={kind === 'radio' && option.required}
            data-amount={surchargeAmount(value, base)}
          />
          <span>{value.title}</span>
          <span class="tick-price">{surchargeText(value, base, { currency, locale, texts })}</span>
        </label>
      ))}
    </fieldset>
  );
}
