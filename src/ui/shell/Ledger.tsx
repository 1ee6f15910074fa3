import { X } from 'lucide-react'
import { ledgerTabOf } from '../../state/chapters.ts'
import { change, useGradual } from '../../state/store.ts'
import { tabsAt } from '../../state/tabs.ts'
import { toggleDialog, useIsOpen } from '../kit/dialog/opened.ts'
import { late } from '../kit/late/late.tsx'
import { HideMenu } from '../panels/hiding/HideMenu.tsx'
import { PANELS } from './panels.tsx'
import { TabList } from './Tabs.tsx'
import './ledger.css'

const Handle = late('The handle of the ledger', () => import('./LedgerHandle.tsx'), { apart: true })

/** The strip that opens the caption and the ledger; it stays in its place. */
export function LedgerTabs({ vertical }: { readonly vertical: boolean }) {
  const current = useGradual(({ tab }) => ledgerTabOf(tab))
  const isOpen = current !== null && PANELS[current] !== null
  const close = () => {
    change({ tab: 'graph' })
    document.getElementById(`tab-${current}`)?.focus()
  }
  return (
    <div className="ledger-tabs">
      <TabList
        name="Ledger"
        tabs={tabsAt('ledger')}
        panelOf={(tab) => (tab === 'step' ? 'panel-step' : 'panel-ledger')}
        current={current}
        vertical={vertical}
      />
      {!vertical && <HideMenu />}
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
      onClick={() => toggleDialog('tally')}
    >
      Counts
    </button>
  )
}

/** The evaluation trace or the Jacobian, in a drawer with a handle. */
export function Ledger() {
  const current = useGradual(({ tab }) => ledgerTabOf(tab))
  const Page = current && PANELS[current]
  return (
    <>
      {Page && <Handle />}
      <div
        id="panel-ledger"
        className="ledger"
        role="tabpanel"
        aria-labelledby={Page ? `tab-${current}` : undefined}
        hidden={!Page}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        tabIndex={0}
      >
        {Page && <Page />}
      </div>
    </>
  )
}
