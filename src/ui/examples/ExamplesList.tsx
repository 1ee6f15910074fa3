import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { open } from '../../state/openProgram.ts'
import { SearchField } from '../search/SearchField.tsx'
import { type Entry, entriesFor, grouped } from './entries.ts'
import { gist } from './gist.ts'
import './examples.css'

interface Props {
  readonly onChosen: () => void
}

/** Entries by group; arrow keys walk through them, letters search. */
export default function ExamplesList({ onChosen }: Props) {
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => grouped(entriesFor(query)), [query])
  const choose = (entry: Entry) => {
    open(entry.program)
    onChosen()
  }
  return (
    <search className="examples" ref={list} onKeyDown={(event) => walk(event, list.current)}>
      <SearchField label="Search examples" value={query} onChange={setQuery} />
      <p role="status" className="examples-none">
        {groups.length === 0 && `No example has “${query}”.`}
      </p>
      {groups.map(({ group, entries }) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <ul>
            {entries.map((entry) => (
              <li key={entry.program}>
                <ExampleButton entry={entry} onClick={() => choose(entry)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </search>
  )
}

function ExampleButton({ entry, onClick }: { readonly entry: Entry; readonly onClick: () => void }) {
  return (
    <button type="button" className="example" onClick={onClick}>
      <strong>{entry.name}</strong>
      <span>{entry.about}</span>
      {entry.from && <cite>{entry.from}</cite>}
      <code>{gist(entry.program, 3)}</code>
    </button>
  )
}

/** Down and up go from the search through the entries and back; a letter continues the search. */
function walk(event: KeyboardEvent, list: HTMLElement | null): void {
  const stops = [...(list?.querySelectorAll<HTMLElement>('input, .example') ?? [])]
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const at = stops.indexOf(event.target as HTMLElement)
  if (by) {
    event.preventDefault()
    stops[Math.min(stops.length - 1, Math.max(0, at + by))]?.focus()
  } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) stops[0]?.focus()
}
