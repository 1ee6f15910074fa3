import { X } from 'lucide-react'
import { ledgerTabOf } from '../../state/chapters.ts'
import { change, useGradual } from '../../state/store.ts'
import { toggle, useIsOpen } from '../kit/dialog/opened.ts'
import { late } from '../kit/late/late.tsx'
import { type TabEntry, TabList } from './Tabs.tsx'
import './ledger.css'

const Content = late('The ledger', () => import('./ledgerContent.tsx'))
const Handle = late('The handle of the ledger', () => import('./LedgerHandle.tsx'), { apart: true })

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
      <TallyOpener />
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

/** Opens the tally where the window is too small to have it always. */
function TallyOpener() {
  const open = useIsOpen('tally')
  return (
    <button
      type="button"
      className="tally-opener"
      aria-expanded={open}
      aria-controls="tally"
      onClick={() => toggle('tally')}
    >
      Counts
    </button>
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
