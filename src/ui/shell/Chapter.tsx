import type { CSSProperties } from 'react'
import { takesStage } from '../../state/chain.ts'
import { chapterOf, ledgerTabOf, TAB_OF } from '../../state/chapters.ts'
import { useGradual } from '../../state/store.ts'
import { Graphs } from '../graph/index.ts'
import { late } from '../kit/late/late.tsx'
import { useNarrow } from '../kit/theme/useNarrow.ts'
import { Caption } from '../panels/caption/Caption.tsx'
import { Ledger, LedgerTabs } from './Ledger.tsx'

const Train = late('The chapter “Train”', () => import('../panels/train/TrainPanel.tsx'))
const Stage = late('The stage of the chain rule', () => import('../panels/chain/stage/Stage.tsx'))

/** The pages beside the graph. They load after the graph, which comes first. */
const PAGES = {
  chain: late('The chapter “Chain rule”', () => import('../panels/chain/ChainPanel.tsx')),
  cost: late('The chapter “Cost”', () => import('../panels/cost/CostPanel.tsx')),
  methods: late('The chapter “Methods”', () => import('../panels/methods/MethodsPanel.tsx')),
  train: () => <Train graph={<Graphs />} />,
} as const

const TITLES: Readonly<Record<keyof typeof PAGES, string>> = {
  ...{ chain: 'Chain rule', cost: 'Cost', methods: 'Methods', train: 'Train' },
}

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
  const Page = chapter === 'follow' ? null : PAGES[chapter]
  const page = ledgerTabOf(tab)
  const hasGraph = chapter !== 'train' && !(drawsItsOwn && narrow)
  return (
    <div
      id="panel-chapter"
      className="app-stage"
      role="tabpanel"
      aria-labelledby={`tab-${TAB_OF[chapter]}`}
      data-chapter={chapter}
      data-staged={isStaged || undefined}
      data-ledger={page === 'trace' || page === 'jacobian' || undefined}
      style={{ '--ledger': `${width}%` } as CSSProperties}
      hidden={narrow && tab === 'program'}
    >
      {hasGraph && <Panes isStaged={isStaged} />}
      {Page ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <div key={chapter} className="app-panel" tabIndex={0}>
          <h2 className="visually-hidden">{chapter !== 'follow' && TITLES[chapter]}</h2>
          <Page />
        </div>
      ) : (
        <>
          <LedgerTabs vertical={!narrow} />
          <Ledger />
          <Caption />
        </>
      )}
    </div>
  )
}
