import type { KeyboardEvent } from 'react'

const STOP = 'tbody th button'

/** Arrow keys walk the table: up and down from row to row, left and right along what a row has to press. */
export function walkTable(event: KeyboardEvent<HTMLTableElement>): void {
  const row = event.target instanceof Element ? event.target.closest('tr') : null
  if (!row || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
  const next = nextOf(event.currentTarget, row, event.target as Element, event.key)
  if (!next) return
  event.preventDefault()
  next.focus()
}

function nextOf(table: Element, row: Element, at: Element, key: string): HTMLElement | undefined {
  const by = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 }[key]
  if (by === undefined) return undefined
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    // After a press of the pointer these keys step.
    if (!at.matches(':focus-visible')) return undefined
    const along = [...row.querySelectorAll<HTMLElement>('button')]
    return along[along.indexOf(at as HTMLElement) + by]
  }
  const stops = [...table.querySelectorAll<HTMLElement>(STOP)]
  return stops[stops.indexOf(row.querySelector(STOP) as HTMLElement) + by]
}
