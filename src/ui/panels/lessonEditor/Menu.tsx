interface Props {
  readonly label: string
  readonly options: readonly string[]
  readonly onChosen: (option: string) => void
}

/** Adds what is chosen, and is ready for the next. */
export const Menu = ({ label, options, onChosen }: Props) => (
  <select aria-label={label} value="" disabled={options.length === 0} onChange={({ target }) => onChosen(target.value)}>
    <option value="">{label}</option>
    {options.map((option) => (
      <option key={option}>{option}</option>
    ))}
  </select>
)
