import { useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { GLOSSARY, type TermName } from '../../../notation/glossary.ts'

interface Props {
  readonly name: TermName
  readonly id: string
  readonly word: HTMLElement
  readonly onEscape: () => void
}

/** What a word means, below it or above it: over everything, so that nothing cuts it off. */
export default function Note({ name, id, word, onEscape }: Props) {
  const note = useRef<HTMLSpanElement>(null)

  useLayoutEffect(() => {
    const element = note.current
    if (!element) return
    element.showPopover()
    putBeside(element, word.getBoundingClientRect())
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // It is the first of what this key closes.
      event.preventDefault()
      event.stopPropagation()
      onEscape()
    }
    addEventListener('keydown', onKeyDown, true)
    addEventListener('scroll', onEscape, true)
    return () => {
      removeEventListener('keydown', onKeyDown, true)
      removeEventListener('scroll', onEscape, true)
    }
  }, [word, onEscape])

  const { term, means } = GLOSSARY[name]
  return createPortal(
    <span ref={note} id={id} className="term-note" role="tooltip" popover="manual">
      <b>{term}</b>
      {means}
    </span>,
    word.closest('dialog') ?? document.body,
  )
}

/** It touches the word, so that the pointer can go from one to the other. */
function putBeside(note: HTMLElement, word: DOMRect): void {
  const { width, height } = note.getBoundingClientRect()
  const left = Math.max(0, Math.min(word.left, innerWidth - width))
  const isBelow = word.bottom + height <= innerHeight || word.top < height
  note.style.left = `${left}px`
  note.style.top = `${isBelow ? word.bottom : word.top - height}px`
}
