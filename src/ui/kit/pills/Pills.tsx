interface Props<Name extends string> {
  readonly name: string
  readonly choices: readonly { readonly name: Name; readonly title: string }[]
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
}

/** The one kind of navigation within a chapter: which of its sections is shown. */
export const Pills = <Name extends string>({ name, choices, chosen, onChoose }: Props<Name>) => (
  <fieldset className="pills">
    <legend className="visually-hidden">{name}</legend>
    {choices.map((choice) => (
      <label key={choice.name}>
        <input type="radio" name={name} checked={choice.name === chosen} onChange={() => onChoose(choice.name)} />
        {choice.title}
      </label>
    ))}
  </fieldset>
)
