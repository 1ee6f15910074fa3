import { ENTRY_PLACES } from '../../../notation/numbers.ts'

/** How the evaluation trace uses the width that it has; lengths in em of its own text. */
export interface TraceRoom {
  /** Of its text, against the text around it. */
  readonly scale: number
  /** Whether operations stand below their nodes, not beside them. */
  readonly stacked: boolean
  /** Of a column of numbers. */
  readonly width: number
  /** Characters of a number. */
  readonly places: number
  /** Columns of the arrays that are written out in their cells; wider ones are pictures. */
  readonly written: number
  /** Of each mode, the passes that are shown at a time. */
  readonly shown: readonly number[]
}

type Manner = Pick<TraceRoom, 'scale' | 'stacked' | 'places'>

/** From the roomiest on; small text is 12 px, the least that numbers have. */
const MANNERS: readonly Manner[] = [
  { scale: 1, stacked: false, places: 11 },
  { scale: 1, stacked: false, places: 9 },
  { scale: 0.86, stacked: false, places: 9 },
  { scale: 0.86, stacked: true, places: 9 },
  { scale: 0.86, stacked: true, places: 7 },
]
/** Where not all fit, the numbers of those that do have all their figures. */
const IN_PART: Manner = { scale: 0.86, stacked: true, places: 8 }

/** A character, and what stands around a cell. */
const CHARACTER = 0.61
const AROUND = 0.7
/** The nodes' names go on in the next line where they are longer than this. */
const LEAST_NAME = 6
const MOST_NAME = 14
const OPERATION = 6.5

/** Between the entries of an array that is written out. */
const BETWEEN = 0.5

/** More columns would not be read. */
const MOST_SHOWN = 16

const widthOf = (places: number, written: number): number =>
  AROUND + Math.max(places * CHARACTER, written * (ENTRY_PLACES * CHARACTER + BETWEEN))

/** How many passes fit beside the values. */
function roomIn(em: number, { scale, stacked, places }: Manner, { written, name }: Needs): number {
  const width = widthOf(places, written)
  return Math.floor((em / scale - nameWidth(name) - (stacked ? 0 : OPERATION) - width) / width)
}

const nameWidth = (name: number): number => 2 * AROUND + Math.min(MOST_NAME, Math.max(LEAST_NAME, name)) * CHARACTER

interface Needs {
  readonly written: number
  /** Characters of the longest. */
  readonly name: number
}

/**
 * The roomiest way in which all passes of the modes fit into so many em; where they do not, those that do, of each mode
 * some. `sizes` are the columns of the small arrays, the widest first, `longestName` that of the nodes, in characters.
 */
export function roomFor(em: number, counts: readonly number[], sizes: readonly number[], longestName = 0): TraceRoom {
  const all = Math.min(
    counts.reduce((a, b) => a + b, 0),
    MOST_SHOWN,
  )
  const fits = (needs: Needs) => roomIn(em, IN_PART, needs) >= Math.min(all, counts.length)
  const name = fits({ written: 0, name: longestName }) ? longestName : 0
  const written = sizes.find((columns) => fits({ written: columns, name })) ?? 0
  const manner = MANNERS.find((each) => roomIn(em, each, { written, name }) >= all) ?? IN_PART
  const most = Math.min(MOST_SHOWN, roomIn(em, manner, { written, name }))
  const shown = shares(Math.max(counts.length, most), counts)
  return { ...manner, width: widthOf(manner.places, written), written, shown }
}

/** Places shared out among modes that need so many; a mode that needs fewer leaves the rest to the other. */
function shares(places: number, counts: readonly number[]): number[] {
  let left = places
  const ascending = [...counts.keys()].sort((a, b) => counts[a] - counts[b])
  const dealt = counts.map(() => 0)
  ascending.forEach((mode, i) => {
    dealt[mode] = Math.min(counts[mode], Math.floor(left / (ascending.length - i)))
    left -= dealt[mode]
  })
  return dealt
}
