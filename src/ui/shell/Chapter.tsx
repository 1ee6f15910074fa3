import type { CSSProperties } from 'react'
import { chapterOf, ledgerTabOf, takesStage } from '../../state/chapters.ts'
import { isEmbedded } from '../../state/embedded.ts'
import { useGradual } from '../../state/store.ts'
import { tabTitle } from '../../state/tabs.ts'
import { Graphs } from '../graph/index.ts'
import { late } from '../kit/late/late.tsx'
import { useNarrow } from '../kit/theme/useNarrow.ts'
import { Caption } from '../panels/caption/Caption.tsx'
import { Ledger, LedgerTabs } from './Ledger.tsx'
import { PANELS } from './panels.tsx'

const Stage = late('The stage of the chain rule', () => import('../panels/chain/linearised/Stage.tsx'))

/** The graph, unless a view draws one of its own. */
function Panes({ isStaged }: { readonly isStaged: boolean }) {
  return <div className="app-graph">{isStaged ? <Stage /> : <Graphs />}</div>
}

/** The chapter that is open: the graph with its caption and ledger, or beside the page of a subject. */
export function Chapter() {
  const narrow = useNarrow()
  const tab = useGradual((state) => state.tab)
  const width = useGradual((state) => state.ledger)
  const drawsItsOwn = useGradual(takesStage)
  const isStaged = drawsItsOwn && !narrow
  const chapter = chapterOf(tab)
  const Page = PANELS[chapter]
  const page = ledgerTabOf(tab)
  const hasGraph = chapter !== 'train' && !(drawsItsOwn && narrow)
  return (
    <div
      id="panel-chapter"
      className="app-stage"
      role="tabpanel"
      aria-labelledby={`tab-${chapter}`}
      data-chapter={chapter}
      data-staged={isStaged || undefined}
      data-ledger={(page !== null && PANELS[page] !== null) || undefined}
      style={{ '--ledger': `${width}%` } as CSSProperties}
      hidden={narrow && tab === 'program' && !isEmbedded}
    >
      {hasGraph && <Panes isStaged={isStaged} />}
      {Page ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <div key={chapter} className="app-panel" tabIndex={0}>
          <h2 className="visually-hidden">{tabTitle(chapter)}</h2>
          <Page />
        </div>
      ) : (
        <>
          {!isEmbedded && (
            <>
              <LedgerTabs vertical={!narrow} />
              <Ledger />
            </>
          )}
          <Caption />
        </>
      )}
    </div>
  )
}
