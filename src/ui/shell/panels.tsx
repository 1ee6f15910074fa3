import type { ComponentType } from 'react'
import type { Tab } from '../../state/tabs.ts'
import { Graphs } from '../graph/index.ts'
import { late } from '../kit/late/late.tsx'

const Train = late('The chapter “Train”', () => import('../panels/train/TrainPanel.tsx'))
const Ledger = late('The ledger', () => import('./ledgerContent.tsx'))

/** What each tab opens. They come after the graph, which is what the page is opened for; null where no panel does. */
export const PANELS = {
  // A column of the page, the graph itself, and its caption unfolded.
  ...{ program: null, graph: null, step: null },
  ...{ trace: Ledger, jacobian: Ledger },
  chain: late('The chapter “Chain rule”', () => import('../panels/chain/ChainPanel.tsx')),
  cost: late('The chapter “Cost”', () => import('../panels/cost/CostPanel.tsx')),
  methods: late('The chapter “Methods”', () => import('../panels/methods/MethodsPanel.tsx')),
  train: () => <Train graph={<Graphs />} />,
} satisfies Record<Tab, ComponentType | null>
