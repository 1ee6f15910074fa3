import { useState } from 'react'
import { type Column, columnsOf, type Standing } from '../../../trace/table.ts'

/** The passes of a mode that have columns at a time: those around the one at hand, until others are asked for. */
export interface Pages {
  readonly standing: Standing
  /** The passes from the first to before the last. */
  readonly from: number
  readonly to: number
  /** Of them all. */
  readonly count: number
  readonly turn: (by: 1 | -1) => void
}

interface Turned {
  /** The pass that was at hand then: the next one brings its own page. */
  readonly at: number
  readonly page: number
}

/** Of each mode the pages of so many passes. */
export function usePages(standings: readonly Standing[], shown: readonly number[]): readonly Pages[] {
  const [turned, setTurned] = useState<Readonly<Record<string, Turned>>>({})
  return standings.map((standing, i) => {
    const { list, index } = standing
    const size = Math.max(1, shown[i])
    const count = list.count - 1
    const last = Math.max(0, Math.ceil(count / size) - 1)
    const own = turned[list.mode]
    const page = Math.min(last, own?.at === index ? own.page : Math.floor((Math.max(1, index) - 1) / size))
    const turn = (by: 1 | -1) =>
      setTurned({ ...turned, [list.mode]: { at: index, page: Math.min(last, Math.max(0, page + by)) } })
    // The last page is as full as the others.
    const from = 1 + Math.max(0, Math.min(page * size, count - size))
    return { standing, from, to: Math.min(1 + count, from + size), count, turn }
  })
}

export const columnsOfPages = (pages: readonly Pages[]): Column[] =>
  pages.flatMap(({ standing, from, to }) => columnsOf(standing, from, to))
