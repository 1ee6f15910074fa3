import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { change, useGradual } from '../../../../state/store.ts'

interface Props {
  readonly count: number
  /** Told the path under the pointer; null when there is none. */
  readonly onHover: (path: number | null) => void
  readonly row: (path: number) => ReactNode
}

const KEYS: Readonly<Record<string, (path: number, last: number) => number | null>> = {
  ArrowDown: (path, last) => Math.min(last, path + 1),
  ArrowUp: (path) => Math.max(0, path - 1),
  Home: () => 0,
  End: (_, last) => last,
  Escape: () => null,
}

/** The paths one below another: the one that is chosen stands out in the graph, and arrow keys go through them. */
export function PathList({ count, onHover, row }: Props) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const path = useGradual((state) => state.chainPath)
  const chosen = path !== null && path < count ? path : null
  useEffect(() => {
    if (chosen !== null) list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.shiftKey ? undefined : KEYS[event.key]
    if (!move) return
    event.preventDefault()
    change({ chainPath: move(chosen ?? -1, count - 1) })
  }
  return (
    <div
      ref={list}
      className="chain-paths"
      role="listbox"
      aria-label="Paths"
      tabIndex={0}
      aria-activedescendant={chosen === null ? undefined : `${id}-${chosen}`}
      onKeyDown={onKeyDown}
      onPointerLeave={() => onHover(null)}
    >
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a path is its place in the list
          key={at}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === chosen}
          tabIndex={-1}
          onClick={() => change({ chainPath: at === chosen ? null : at })}
          onPointerEnter={() => onHover(at)}
        >
          {row(at)}
        </div>
      ))}
    </div>
  )
}
