import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Span } from '../../../core.ts'
import { edit } from '../../../state/document.ts'
import { later } from '../../../state/later.ts'
import { now, useGradual } from '../../../state/store.ts'
import { MissingPart } from '../../kit/late/MissingPart.tsx'
import { setPlace } from '../../kit/program/caret.ts'
import './program.css'

interface Props {
  /** Takes the focus to the graph. */
  readonly onToGraph: () => void
}

const editing = later('The editor, with its colours and suggestions,', () => import('./editor.ts'), true)

/** A plain text field works until the editor has arrived, which takes over text, caret, place and focus. */
export function ProgramEditor({ onToGraph }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const plain = useRef<HTMLTextAreaElement>(null)
  const toGraph = useRef(onToGraph)
  toGraph.current = onToGraph
  const [loaded, setLoaded] = useState(false)

  useEffect(() => {
    let gone = false
    let destroy = () => {}
    void editing.get().then(async ({ mountEditor }) => {
      await idle(plain.current)
      if (gone || !host.current) return
      const { selectionStart: from = 0, selectionEnd: to = 0 } = plain.current ?? {}
      const focused = document.activeElement === plain.current && plain.current !== null
      flushSync(() => setLoaded(true))
      const editor = mountEditor(host.current, {
        doc: now().source,
        selection: { from, to },
        onToGraph: () => toGraph.current(),
      })
      if (focused) editor.focus()
      setPlace(editor)
      destroy = editor.destroy
    })
    return () => {
      gone = true
      setPlace(null)
      destroy()
    }
  }, [])

  return (
    <div className="program" ref={host}>
      {!loaded && <PlainEditor field={plain} onToGraph={onToGraph} />}
      <MissingPart part={editing} />
    </div>
  )
}

/** Resolves at once, or when the input method has composed its text. */
const idle = (field: HTMLTextAreaElement | null) =>
  new Promise<void>((resolve) => {
    if (field?.dataset.composing === undefined) resolve()
    else field.addEventListener('compositionend', () => resolve(), { once: true })
  })

interface PlainProps extends Props {
  readonly field: { current: HTMLTextAreaElement | null }
}

/** What is longer waits for the editor, which draws what is in sight; the browser's own field would lay out all of it. */
const LONGEST_PLAIN = 4_000

function PlainEditor({ field, onToGraph }: PlainProps) {
  const source = useGradual((state) => state.source)
  const isLong = source.length > LONGEST_PLAIN
  const isLocked = useGradual((state) => state.locked.has('program'))
  useEffect(() => {
    setPlace({ select: (span) => select(field.current, span) })
  }, [field])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onToGraph()
  }
  return (
    <textarea
      ref={field}
      aria-label="Program"
      className="program-plain"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      value={isLong ? '' : source}
      readOnly={isLong || isLocked}
      onChange={({ target }) => edit(target.value)}
      onKeyDown={onKeyDown}
      onCompositionStart={({ currentTarget }) => {
        currentTarget.dataset.composing = ''
      }}
      onCompositionEnd={({ currentTarget }) => {
        delete currentTarget.dataset.composing
      }}
    />
  )
}

function select(field: HTMLTextAreaElement | null, { from, to }: Span): void {
  field?.setSelectionRange(from, to)
  field?.focus()
}
