export interface TextFieldProps {
  /** Of the field in the form; the element's id as well. */
  name: string;
  label: string;
  type?: 'text' | 'email' | 'tel' | 'password' | 'number' | undefined;
  /** What was typed before; never of a password. */
  value?: string | undefined;
  required?: boolean | undefined;
  autocomplete?: string | undefined;
  inputmode?: 'numeric' | 'decimal' | undefined;
  maxlength?: number | undefined;
  /** A sentence below the field. */
  hint?: string | undefined;
  /** What is wrong with what was typed. */
  problem?: string | undefined;
  /** Said behind the label of a field that may stay empty. */
  optional?: string | undefined;
}

/** A field to type into, with its label, its hint and what is wrong with it. */
export function TextField({ name, label, hint, problem, optional, value, ...input }: TextFieldProps) {
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={name}>
        {label} {optional !== undefined && <span class="option-hint">({optional})</span>}
      </label>
      <input
        id={name}
        class="input"
        name={name}
        value={input.type === 'password' ? undefined : value}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={described === '' ? undefined : described}
        {...input}
        type={input.type ?? 'text'}
      />
      {hint !== undefined && (
        <p id={`${name}-hint`} class="option-hint">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${name}-problem`} class="field-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
