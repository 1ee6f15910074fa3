import { useCallback, useState } from 'react'
import type { Pane } from '../../../../picture/camera.ts'
import type { Mark } from '../../../../picture/marks.ts'
import type { Structure } from '../../../../picture/structure.ts'
import { useGradual } from '../../../../state/store.ts'
import { fitOn } from '../stage/fitting.ts'

/** Whether two graphs stand one above the other: where they fit so and not side by side. `measure` hears of every size. */
export function useStacked(structure: Structure, marks: readonly Mark[], both: HTMLElement | null) {
  const [isStacked, stack] = useState(false)
  const direction = useGradual((state) => state.direction)
  const measure = useCallback(
    (pane: Pane) => {
      if (!both) return
      const { clientWidth: width, clientHeight: height } = both
      const caption = (isStacked ? height / 2 : height) - pane.height
      const fits = (room: Omit<Pane, 'reading'>) => fitOn(structure, marks, { ...pane, ...room }, direction).fits
      stack(!fits({ width: width / 2, height: height - caption }) && fits({ width, height: height / 2 - caption }))
    },
    [structure, marks, both, isStacked, direction],
  )
  return { isStacked, measure }
}
