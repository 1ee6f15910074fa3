import { X } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { ledgerTabOf } from '../../state/chapters.ts'
import { change, LEDGER, now, useGradual } from '../../state/store.ts'
import { late } from '../late/late.tsx'
import { type TabEntry, TabList } from './Tabs.tsx'
import './ledger.css'

const Content = late('The ledger', () => import('./ledgerContent.tsx'))

const TABS: readonly TabEntry[] = [
  { tab: 'step', title: 'Step', panel: 'panel-step' },
  { tab: 'trace', title: 'Trace', panel: 'panel-ledger' },
  { tab: 'jacobian', title: 'Jacobian', panel: 'panel-ledger' },
]

/** The strip that opens the caption and the ledger; it stays in its place. */
export function LedgerTabs({ vertical }: { readonly vertical: boolean }) {
  const current = useGradual(({ tab }) => ledgerTabOf(tab))
  const isOpen = current === 'trace' || current === 'jacobian'
  const close = () => {
    change({ tab: 'graph' })
    document.getElementById(`tab-${current}`)?.focus()
  }
  return (
    <div className="ledger-tabs">
      <TabList name="Ledger" tabs={TABS} current={current} vertical={vertical} />
      {isOpen && (
        <button
          type="button"
          className="icon-button"
          aria-label="Close the ledger"
          title="Close the ledger"
          onClick={close}
        >
          <X size="1.15em" aria-hidden />
        </button>
      )}
    </div>
  )
}

/** The evaluation trace or the Jacobian, in a drawer with a handle. */
export function Ledger() {
  const current = useGradual(({ tab }) => ledgerTabOf(tab))
  const isOpen = current === 'trace' || current === 'jacobian'
  return (
    <>
      {isOpen && <Handle />}
      <div
        id="panel-ledger"
        className="ledger"
        role="tabpanel"
        aria-labelledby={isOpen ? `tab-${current}` : undefined}
        hidden={!isOpen}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        tabIndex={0}
      >
        {isOpen && <Content />}
      </div>
    </>
  )
}

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
function Handle() {
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
