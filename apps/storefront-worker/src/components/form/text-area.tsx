export interface TextAreaProps {
  /** Of the field in the form; the element's id as well. */
  name: string;
  label: string;
  /** What was typed before. */
  value?: string | undefined;
  rows: number;
  required?: boolean | undefined;
  maxlength?: number | undefined;
  /** What is wrong with what was typed. */
  problem?: string | undefined;
}

/** A field for a longer text, with its label and what is wrong with it. */
export function TextArea({ name, label, value, problem, ...area }: TextAreaProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <textarea
        id={name}
        class="textarea"
        name={name}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={problem === undefined ? undefined : `${name}-problem`}
        {...area}
      >
        {value}
      </textarea>
      {problem !== undefined && (
        <p id={`${name}-problem`} class="field-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
