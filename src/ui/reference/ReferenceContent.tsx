import { useState } from 'react'
import { open } from '../../state/document.ts'
import { SearchField } from '../search/SearchField.tsx'
import { functionsFor, grouped, rulesFor } from './found.ts'
import { PrimitiveCard } from './PrimitiveCard.tsx'
import { SyntaxTable } from './SyntaxTable.tsx'
import { useGrowing } from './useGrowing.ts'
import './reference.css'

/** Cards that are typeset at a time. */
const PORTION = 4

interface Props {
  readonly onTry: () => void
}

/** The language and the registry's functions, as far as they hold what is searched for. */
export default function ReferenceContent({ onTry }: Props) {
  const [query, setQuery] = useState('')
  const rules = rulesFor(query)
  const functions = functionsFor(query)
  const shown = useGrowing(PORTION, functions.length)
  const tryOut = (program: string) => {
    open(program)
    onTry()
  }
  return (
    <div className="reference">
      <SearchField label="Search syntax and functions" value={query} onChange={setQuery} />
      <p role="status" className="reference-none">
        {rules.length + functions.length === 0 && `Nothing in the language is called “${query}”.`}
      </p>
      {rules.length > 0 && <SyntaxTable rules={rules} onTry={tryOut} />}
      {grouped(functions.slice(0, shown)).map(({ group, functions: members }) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <div className="reference-cards">
            {members.map((primitive) => (
              <PrimitiveCard key={primitive.name} primitive={primitive} onTry={tryOut} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
