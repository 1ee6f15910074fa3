import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Session } from '../../../../state/session.ts'
import { useGradual } from '../../../../state/store.ts'
import { type Pair, pairOf } from './pair.ts'

export function usePair(session: Session): Pair | string {
  const asked = useGradual(
    useShallow(({ questionOutput, shareSubexpressions, point, compilation }) => ({
      ...{ questionOutput, shareSubexpressions, point },
      source: compilation.source,
    })),
  )
  return useMemo(() => pairOf(session, asked), [session, asked])
}
