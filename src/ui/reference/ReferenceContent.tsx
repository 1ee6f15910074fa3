import { useState } from 'react'
import { open } from '../../state/document.ts'
import { SearchField } from '../search/SearchField.tsx'
import { functionsFor, rulesFor } from './found.ts'
import { PrimitiveCard } from './PrimitiveCard.tsx'
import { SyntaxTable } from './SyntaxTable.tsx'
import './reference.css'

interface Props {
  readonly onTry: () => void
}

/** The language and the registry's functions, as far as they hold what is searched for. */
export default function ReferenceContent({ onTry }: Props) {
  const [query, setQuery] = useState('')
  const rules = rulesFor(query)
  const groups = functionsFor(query)
  const tryOut = (program: string) => {
    open(program)
    onTry()
  }
  return (
    <div className="reference">
      <SearchField label="Search syntax and functions" value={query} onChange={setQuery} />
      <p role="status" className="reference-none">
        {rules.length + groups.length === 0 && `Nothing in the language is called “${query}”.`}
      </p>
      {rules.length > 0 && <SyntaxTable rules={rules} onTry={tryOut} />}
      {groups.map(({ group, functions }) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <div className="reference-cards">
            {functions.map((primitive) => (
              <PrimitiveCard key={primitive.name} primitive={primitive} onTry={tryOut} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
