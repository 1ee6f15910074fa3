import type { KeyboardEvent, ReactNode } from 'react'
import { change, type Tab, useGradual } from '../../state/store.ts'
import { useNarrow } from './useNarrow.ts'
import './tabs.css'

const PANELS: readonly { readonly tab: Tab; readonly title: string }[] = [
  { tab: 'step', title: 'Step' },
  { tab: 'trace', title: 'Trace' },
  { tab: 'jacobian', title: 'Jacobian' },
  { tab: 'cost', title: 'Cost' },
  { tab: 'chain', title: 'Chain rule' },
  { tab: 'methods', title: 'Methods' },
  { tab: 'train', title: 'Train' },
]
const NARROW: typeof PANELS = [{ tab: 'program', title: 'Program' }, { tab: 'graph', title: 'Graph' }, ...PANELS]

/** The tab that is open: wide screens show program and graph beside the others. */
export function useTab(): Tab {
  const tab = useGradual((state) => state.tab)
  const narrow = useNarrow()
  return !narrow && (tab === 'program' || tab === 'graph') ? 'step' : tab
}

export function TabList() {
  const current = useTab()
  const tabs = useNarrow() ? NARROW : PANELS
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.shiftKey) return
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const at = tabs.findIndex(({ tab }) => tab === current)
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : by && (at + by + tabs.length) % tabs.length
    if (to === undefined) return
    event.preventDefault()
    change({ tab: tabs[to].tab })
    document.getElementById(`tab-${tabs[to].tab}`)?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label="Panels" onKeyDown={onKeyDown}>
      {tabs.map(({ tab, title }) => (
        <button
          key={tab}
          id={`tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={tab === current}
          aria-controls={`panel-${tab}`}
          tabIndex={tab === current ? 0 : -1}
          onClick={() => change({ tab })}
        >
          {title}
        </button>
      ))}
    </div>
  )
}

interface PanelProps {
  readonly tab: Tab
  readonly className?: string
  readonly children: ReactNode
}

/** One tab's panel. Program and graph are panels on narrow screens only; they stay mounted, so that nothing is lost. The others cost nothing while closed. */
export function Panel({ tab, className, children }: PanelProps) {
  const narrow = useNarrow()
  const current = useTab()
  const stays = tab === 'program' || tab === 'graph'
  const isTab = narrow || !stays
  return (
    <div
      id={`panel-${tab}`}
      className={className}
      hidden={isTab && tab !== current}
      {...(isTab ? { role: 'tabpanel', 'aria-labelledby': `tab-${tab}` } : {})}
      tabIndex={stays ? undefined : 0}
    >
      {!stays && <h2 className="visually-hidden">{PANELS.find((panel) => panel.tab === tab)?.title}</h2>}
      {(stays || tab === current) && children}
    </div>
  )
}
