import type { KeyboardEvent } from 'react'
import { change } from '../../state/store.ts'
import type { Tab, TabEntry } from '../../state/tabs.ts'
import './tabs.css'

interface Props {
  readonly name: string
  readonly tabs: readonly TabEntry[]
  /** The id of the element that a tab opens. */
  readonly panelOf: (tab: Tab) => string
  /** null where all are closed. */
  readonly current: Tab | null
  readonly vertical?: boolean
}

/** One tab stop, with arrows between the tabs. */
export function TabList({ name, tabs, panelOf, current, vertical }: Props) {
  const at = tabs.findIndex(({ tab }) => tab === current)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.shiftKey) return
    const focused = tabs.findIndex(({ tab }) => event.target === document.getElementById(`tab-${tab}`))
    const to = placeAfter(event.key, focused, tabs.length)
    if (to === undefined) return
    event.preventDefault()
    change({ tab: tabs[to].tab })
    document.getElementById(`tab-${tabs[to].tab}`)?.focus()
  }
  return (
    <div
      className="tabs"
      role="tablist"
      aria-label={name}
      aria-orientation={vertical ? 'vertical' : undefined}
      onKeyDown={onKeyDown}
    >
      {tabs.map(({ tab, title }, index) => (
        <button
          key={tab}
          id={`tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={tab === current}
          aria-controls={panelOf(tab)}
          tabIndex={index === Math.max(0, at) ? 0 : -1}
          onClick={() => change({ tab })}
        >
          {title}
        </button>
      ))}
    </div>
  )
}

const BY: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

function placeAfter(key: string, at: number, count: number): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return BY[key] && (at + BY[key] + count) % count
}
