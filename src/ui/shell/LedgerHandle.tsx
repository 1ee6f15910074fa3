import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { LEDGER } from '../../state/choices/page.ts'
import { change, now, useGradual } from '../../state/store.ts'

const widen = (to: number) => change({ ledger: Math.min(LEDGER.most, Math.max(LEDGER.least, to)) })

/** By key: to how much of the stage. */
const KEYS: Readonly<Record<string, (percent: number) => number>> = {
  ArrowLeft: (percent) => percent + 2,
  ArrowRight: (percent) => percent - 2,
  Home: () => LEDGER.least,
  End: () => LEDGER.most,
}

function onKeyDown(event: KeyboardEvent): void {
  const to = KEYS[event.key]
  if (!to || event.shiftKey) return
  event.preventDefault()
  widen(to(now().ledger))
}

/** Drags the ledger's edge. */
export default function LedgerHandle() {
  const percent = useGradual((state) => state.ledger)
  const [dragging, setDragging] = useState(false)
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragging(true)
  }
  const onPointerMove = ({ currentTarget, clientX }: PointerEvent) => {
    const stage = currentTarget.parentElement?.getBoundingClientRect()
    if (dragging && stage) widen(Math.round((100 * (stage.right - clientX)) / stage.width))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a splitter is no rule between paragraphs
    <div
      className="ledger-handle"
      role="separator"
      tabIndex={0}
      aria-label="Width of the ledger"
      aria-orientation="vertical"
      aria-controls="panel-ledger"
      aria-valuenow={Math.round(percent)}
      aria-valuemin={LEDGER.least}
      aria-valuemax={LEDGER.most}
      data-dragging={dragging || undefined}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
    />
  )
}
