import { GLOSSARY } from '../../../notation/glossary.ts'

/** Every term of the field that the page uses. */
export const Words = () => (
  <dl className="help-words">
    {Object.values(GLOSSARY).map(({ term, means }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{means}</dd>
      </div>
    ))}
  </dl>
)
