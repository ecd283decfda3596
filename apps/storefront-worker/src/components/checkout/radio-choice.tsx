export interface RadioChoiceProps {
  /** Of the form's field. */
  name: string;
  legend: string;
  choices: readonly RadioOption[];
  problem?: string | undefined;
}

export interface RadioOption {
  value: string;
  label: string;
  /** What it costs. */
  aside?: string | undefined;
  hint?: string | undefined;
  isChosen: boolean;
}

/** One of a few, each with what it costs. */
export function RadioChoice({ name, legend, choices, problem }: RadioChoiceProps) {
  return (
    <fieldset class="option" aria-describedby={problem === undefined ? undefined : `${name}-problem`}>
      <legend>{legend}</legend>
      {choices.map(({ value, label, aside, hint, isChosen }) => (
        <label class="tick">
          <input type="radio" class="radio" name={name} value={value} checked={isChosen} required />
          <span>
            {label}
            {hint !== undefined && <span class="option-hint checkout-hint">{hint}</span>}
          </span>
          {aside !== undefined && <span class="tick-price">{aside}</span>}
        </label>
      ))}
      {problem !== undefined && (
        <p id={`${name}-problem`} class="field-problem">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
