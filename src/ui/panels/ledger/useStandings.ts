import { useMemo } from 'react'
import { hidesCounts } from '../../../state/hiding.ts'
import type { Session } from '../../../state/session.ts'
import { standingsOf } from '../../../state/standings.ts'
import { useGradual } from '../../../state/store.ts'
import type { Standing } from '../../../trace/table.ts'

/** Where the modes that are shown stand. */
export function useStandings(session: Session): readonly Standing[] {
  const shown = useGradual((state) => state.shown)
  const position = useGradual((state) => state.position)
  const isHidden = useGradual(hidesCounts)
  return useMemo(() => standingsOf(session, { shown, position }, isHidden), [session, shown, position, isHidden])
}
