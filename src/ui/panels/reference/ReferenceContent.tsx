import { useState } from 'react'
import { isArrayPrimitive } from '../../../primitives/arrayPrimitive.ts'
import { open } from '../../../state/openProgram.ts'
import { useGrowing } from '../../kit/scroller/useGrowing.ts'
import { SearchField } from '../../kit/search/SearchField.tsx'
import { ArrayCard } from './ArrayCard.tsx'
import { isOfArrays } from './arrayRules.ts'
import { BuiltInCard } from './BuiltInCard.tsx'
import { builtInsFor, functionsFor, inGroups, rulesFor } from './found.ts'
import { PrimitiveCard } from './PrimitiveCard.tsx'
import { SyntaxTable } from './SyntaxTable.tsx'
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
  const builtIns = builtInsFor(query)
  const shown = useGrowing(PORTION, functions.length)
  const tryOut = (program: string) => {
    open(program)
    onTry()
  }
  return (
    <div className="reference">
      <SearchField label="Search syntax and functions" value={query} onChange={setQuery} />
      <p role="status" className="reference-none">
        {rules.length + functions.length + builtIns.length === 0 && `Nothing in the language is called “${query}”.`}
      </p>
      {rules.length > 0 && <SyntaxTable rules={rules} onTry={tryOut} />}
      {inGroups(functions.slice(0, shown)).map(({ group, items }) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <div className="reference-cards">
            {items.map((operation) =>
              isArrayPrimitive(operation) || isOfArrays(operation) ? (
                <ArrayCard key={operation.name} operation={operation} onTry={tryOut} />
              ) : (
                <PrimitiveCard key={operation.name} primitive={operation} onTry={tryOut} />
              ),
            )}
          </div>
        </section>
      ))}
      {shown >= functions.length &&
        inGroups(builtIns).map(({ group, items }) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <div className="reference-cards">
              {items.map((builtIn) => (
                <BuiltInCard key={builtIn.name} builtIn={builtIn} onTry={tryOut} />
              ))}
            </div>
          </section>
        ))}
    </div>
  )
}
