import { useMemo } from 'react'
import type { Primal } from '../../../../core.ts'
import type { JacobianEntry } from '../../../../state/choices/ledger.ts'
import { useEmphasis } from '../../../kit/derivative/emphasis.ts'
import { entryLight } from './light.ts'

/** Lights an entry's paths in the graph while it is looked at. */
export function useEntryLight(primal: Primal, entry: JacobianEntry | null): void {
  const [row, column] = [entry?.row ?? -1, entry?.column ?? -1]
  useEmphasis(useMemo(() => (row < 0 ? null : entryLight(primal, { row, column })), [primal, row, column]))
}
