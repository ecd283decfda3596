export interface TickFieldProps {
  /** Of the field in the form, which is `1` when ticked. */
  name: string;
  label: string;
  checked: boolean;
}

/** A box to tick. */
export function TickField({ name, label, checked }: TickFieldProps) {
  return (
    <label class="tick">
      <input type="checkbox" class="checkbox" name={name} value="1" checked={checked} /> {label}
    </label>
  );
}
