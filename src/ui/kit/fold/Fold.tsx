import type { ReactNode } from 'react'
import type { FoldName } from '../../../state/choices/unfolded.ts'
import { change, now, useGradual } from '../../../state/store.ts'

export const useIsUnfolded = (name: FoldName): boolean => useGradual(({ unfolded }) => unfolded.has(name))

/** Unfolds a part of the page, or folds it. */
export function unfold(name: FoldName, isOpen: boolean): void {
  const { unfolded } = now()
  if (unfolded.has(name) === isOpen) return
  change({ unfolded: new Set(isOpen ? [...unfolded, name] : [...unfolded].filter((each) => each !== name)) })
}

interface Props {
  readonly name: FoldName
  readonly className?: string
  readonly summary: ReactNode
  readonly children: ReactNode
}

/** A part that unfolds, and stays so in links and over reloads. */
export const Fold = ({ name, className, summary, children }: Props) => (
  <details
    className={className}
    open={useIsUnfolded(name)}
    onToggle={({ currentTarget }) => unfold(name, currentTarget.open)}
  >
    <summary>{summary}</summary>
    {children}
  </details>
)
