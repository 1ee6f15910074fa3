import { hidesCounts } from '../../../state/hiding.ts'
import { useGradual } from '../../../state/store.ts'
import { countText } from '../derivative/counts.ts'

/** A count as it may be told: NaN, which is written “?”, while counts are hidden. */
export function useShownCount(): <Large extends number | bigint>(count: Large) => Large | number {
  const isHidden = useGradual(hidesCounts)
  return (count) => (isHidden ? Number.NaN : count)
}

/** A count, or “?” in its place. */
export function Count({ of }: { readonly of: number | bigint }) {
  const shown = useShownCount()(of)
  return Number.isNaN(shown) ? '?' : <data value={String(shown)}>{countText(shown)}</data>
}
