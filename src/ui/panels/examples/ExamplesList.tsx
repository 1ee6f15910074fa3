import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { openExample } from '../../../state/openExample.ts'
import { open } from '../../../state/openProgram.ts'
import { Thumbnail } from '../../graph/thumbnail/Thumbnail.tsx'
import { OpenFile } from '../../kit/file/OpenFile.tsx'
import { SearchField } from '../../kit/search/SearchField.tsx'
import { byTopic, type ExampleEntry, entriesFor } from './entries.ts'
import { gist } from './gist.ts'
import './examples.css'

interface Props {
  readonly onChosen: () => void
}

/** Entries by topic; arrow keys walk through them, letters search. */
export default function ExamplesList({ onChosen }: Props) {
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const topics = useMemo(() => byTopic(entriesFor(query)), [query])
  const choose = (entry: ExampleEntry) => {
    if (entry.training) openExample(entry.program, entry.training)
    else open(entry.program, entry.reading)
    onChosen()
  }
  return (
    <>
      <OpenFile label="Open a file" onOpened={onChosen} />
      <search className="examples" ref={list} onKeyDown={(event) => walk(event, list.current)}>
        <SearchField label="Search examples" value={query} onChange={setQuery} />
        <p role="status" className="examples-none">
          {topics.length === 0 && `No example has “${query}”.`}
        </p>
        {topics.map(({ topic, entries }) => (
          <section key={topic} aria-label={topic}>
            <h3>{topic}</h3>
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
    </>
  )
}

function ExampleButton({ entry, onClick }: { readonly entry: ExampleEntry; readonly onClick: () => void }) {
  const { name, level, about, from, program } = entry
  return (
    <button type="button" className="example" onClick={onClick}>
      <Thumbnail program={program} />
      <strong>{name}</strong>
      {level !== null && <Level level={level} />}
      <span className="example-about">{about}</span>
      <code>{gist(program, 3)}</code>
      {from && <cite>{from}</cite>}
    </button>
  )
}

const LEVELS = ['', 'for a start', 'a step further', 'for the thorough']

const Level = ({ level }: { readonly level: number }) => (
  <small className="example-level" data-level={level}>
    {LEVELS[level]}
  </small>
)

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
