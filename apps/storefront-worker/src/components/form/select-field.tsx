export interface SelectChoice {
  value: string;
  label: string;
}

export interface SelectFieldProps {
  /** Of the field in the form; the element's id as well. */
  name: string;
  label: string;
  choices: readonly SelectChoice[];
  /** Of the choice that is made. */
  value?: string | undefined;
  /** Shown where none is made yet. */
  placeholder?: string | undefined;
  required?: boolean | undefined;
  autocomplete?: string | undefined;
  /** What is wrong with the choice. */
  problem?: string | undefined;
}

/** A field to choose in, with its label and what is wrong with the choice. */
export function SelectField({
  name,
  label,
  choices,
  value,
  placeholder,
  problem,
  ...select
}: SelectFieldProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select
        id={name}
        class="select"
        name={name}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={problem === undefined ? undefined : `${name}-problem`}
        {...select}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
      {problem !== undefined && (
        <p id={`${name}-problem`} class="field-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
