import { canMeet, keyOf, type Place } from './places.ts'
import { type CompiledStep, Sequence, type StepStructure, type StructureTable } from './structure.ts'
import { loopsOfSum } from './summing.ts'
import { fitsPairs } from './webAssembly/arithmetic.ts'

/** So many steps a body: what it reads and writes finds room in registers. */
const LONGEST = 24
/** How many items a loop may be moved across to meet its like. */
const REACH = 6

/** Loops within each other around nothing but steps: an operation at all entries of arrays. */
interface Nest {
  readonly counts: readonly number[]
  /** By step of the body: its structure and its places within the loops. */
  readonly steps: readonly { readonly step: CompiledStep; readonly places: readonly Place[] }[]
}

/**
 * The same sequence, in which chains of operations at all entries of arrays share their loops: each entry goes through
 * all of them at once. Where what one writes is read by another it is at the same turn, so that numbers stay the same.
 */
export function fused(sequence: Sequence, structures: StructureTable): Sequence {
  const items: { structure: number; places: number[]; nest: Nest | null }[] = []
  for (let item = 0; item < sequence.length; item++) {
    const [structure, places] = [sequence.structures[item], sequence.placesOf(item)]
    const nest = nestOf(structures, structure, places)
    const partner = nest ? partnerOf(items, nest) : -1
    if (partner < 0 || !nest) items.push({ structure, places, nest })
    else {
      const first = items[partner].nest as Nest
      const whole = { counts: nest.counts, steps: [...first.steps, ...nest.steps] }
      items[partner] = { ...written(whole, structures), nest: whole }
    }
  }
  const made = new Sequence()
  for (const { structure, places } of items) made.push(structure, places)
  return made
}

/** The item that the nest can join: one of as many turns, across whatever does not touch its numbers; −1 if there is none. */
function partnerOf(items: readonly { readonly nest: Nest | null }[], nest: Nest): number {
  for (let item = items.length - 1; item >= Math.max(0, items.length - REACH); item--) {
    const before = items[item].nest
    if (!before) return -1
    if (isLike(before, nest) && isApart(before, nest, true)) return item
    if (!isApart(before, nest, false)) return -1
  }
  return -1
}

const isLike = (a: Nest, b: Nest): boolean =>
  a.counts.join() === b.counts.join() && isQuick(a) === isQuick(b) && a.steps.length + b.steps.length <= LONGEST

/** Whether two entries are computed at a time. */
const isQuick = ({ steps }: Nest): boolean => steps.every(({ step }) => fitsPairs(step.value))

/** Whether no number that one writes is touched by the other, or with `atOnce` only at the same turn. */
function isApart(a: Nest, b: Nest, atOnce: boolean): boolean {
  return usesOf(a).every((mine) =>
    usesOf(b).every((other) => {
      if (!mine.isWritten && !other.isWritten) return true
      if (atOnce && keyOf(mine.place) === keyOf(other.place)) return isMoving(mine.place, a)
      return !canMeetAnywhere(mine.place, a, other.place, b)
    }),
  )
}

/** Whether it is another number at every turn. */
const isMoving = ({ strides }: Place, { counts }: Nest): boolean =>
  counts.every((count, loop) => count === 1 || strides[loop] !== 0)

function canMeetAnywhere(a: Place, around: Nest, b: Place, other: Nest): boolean {
  const zeros = (nest: Nest) => nest.counts.map(() => 0)
  const first = { base: a.base, strides: [...a.strides, ...zeros(other)] }
  const second = { base: b.base, strides: [...zeros(around), ...b.strides] }
  return canMeet(first, second, [...around.counts, ...other.counts], 0)
}

const usesOf = ({ steps }: Nest): { place: Place; isWritten: boolean }[] =>
  steps.flatMap(({ places }) => places.map((place, i) => ({ place, isWritten: i === 0 })))

/** Loops within each other around steps that depend on nothing; null for anything else, sums of many terms included. */
function nestOf(structures: StructureTable, index: number, bases: readonly number[]): Nest | null {
  let at: StepStructure = structures.all[index]
  if (at.kind !== 'loop') return null
  const places = bases.map((base): Place => ({ base, strides: [] }))
  if (loopsOfSum(at, places, [])) return null
  let strides: number[][] = bases.map(() => [])
  const counts: number[] = []
  while (at.kind === 'loop' && at.body.length === 1) {
    const {
      count,
      strides: own,
      body,
    }: { count: number; strides: readonly number[]; body: readonly StepStructure[] } = at
    counts.push(count)
    strides = strides.map((all, i) => [...all, own[i]])
    at = body[0]
  }
  if (at.kind !== 'step' || at.guards > 0 || at.marks) return null
  const within = bases.map((base, i): Place => ({ base, strides: strides[i] }))
  return { counts, steps: [{ step: at, places: within }] }
}

function written({ counts, steps }: Nest, structures: StructureTable): { structure: number; places: number[] } {
  const places = steps.flatMap((step) => step.places)
  let body = steps.map(({ step }) => step.index)
  for (let loop = counts.length - 1; loop >= 0; loop--)
    body = [
      structures.loop(
        counts[loop],
        body,
        places.map(({ strides }) => strides[loop]),
      ),
    ]
  return { structure: body[0], places: places.map(({ base }) => base) }
}
