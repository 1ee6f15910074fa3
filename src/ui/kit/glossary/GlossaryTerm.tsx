import { type PointerEvent, type ReactNode, useId, useState } from 'react'
import type { TermName as Name } from '../../../notation/glossary.ts'
import { late } from '../late/late.tsx'
import './glossary.css'

const Note = late('The glossary', () => import('./Note.tsx'), { apart: true })

interface Props {
  readonly name: Name
  readonly children: ReactNode
}

/** A word of the field, explained while the pointer is on it or on its explanation, and while it has the focus (WCAG 1.4.13). */
export function GlossaryTerm({ name, children }: Props) {
  const [word, setWord] = useState<HTMLButtonElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const show = () => setOpen(true)
  const hide = () => setOpen(false)
  const byPointer = (then: () => void) => (event: PointerEvent) => event.pointerType !== 'touch' && then()
  return (
    <span onPointerEnter={byPointer(show)} onPointerLeave={byPointer(hide)}>
      <button
        type="button"
        className="term"
        ref={setWord}
        aria-describedby={isOpen ? id : undefined}
        onFocus={show}
        onBlur={hide}
        onClick={show}
      >
        {children}
      </button>
      {isOpen && word && <Note name={name} id={id} word={word} onEscape={hide} />}
    </span>
  )
}
