import { Sequence, type StructureTable } from './structure.ts'

/** Longest stretch of items that is looked for again right behind it. */
const LONGEST = 96
/** Loops that save fewer items are not worth their turns. */
const LEAST_SAVED = 12
const LEAST_TURNS = 3
/** Loops within loops: rows of a matrix, samples of a mini-batch, and so on. */
const LEVELS = 4

/** The same sequence, in which what repeats in even steps is a loop. Items are done in the same order. */
export function rolled(sequence: Sequence, structures: StructureTable): Sequence {
  let current = sequence
  for (let level = 0; level < LEVELS; level++) {
    const next = rolledOnce(current, structures)
    if (next.length === current.length) break
    current = next
  }
  return current
}

function rolledOnce(sequence: Sequence, structures: StructureTable): Sequence {
  const made = new Sequence()
  for (let item = 0; item < sequence.length; ) {
    const { period, turns } = repetitionAt(sequence, item)
    if (turns === 1) {
      made.push(sequence.structures[item], sequence.placesOf(item))
      item++
      continue
    }
    const [from, again] = [sequence.firsts[item], sequence.firsts[item + period]]
    const places = sequence.places.slice(from, again)
    const strides = places.map((place, i) => sequence.places[again + i] - place)
    made.push(structures.loop(turns, sequence.structures.slice(item, item + period), strides), places)
    item += period * turns
  }
  return made
}

/** The period from an item on that saves most; a single turn where there is none. */
function repetitionAt(sequence: Sequence, item: number): { readonly period: number; readonly turns: number } {
  const { structures, length } = sequence
  let best = { period: 1, turns: 1 }
  let saved = LEAST_SAVED - 1
  const most = Math.min(LONGEST, Math.floor((length - item) / LEAST_TURNS))
  for (let period = 1; period <= most; period++) {
    if (structures[item] !== structures[item + period] || structures[item] !== structures[item + 2 * period]) continue
    const turns = turnsOf(sequence, item, period)
    if (turns < LEAST_TURNS || (turns - 1) * period <= saved) continue
    saved = (turns - 1) * period
    best = { period, turns }
  }
  return best
}

/** How often the items of a period come one after another, each time moved by the same distances. */
function turnsOf({ structures, firsts, places, length }: Sequence, item: number, period: number): number {
  for (let at = item + 1; at < item + period; at++) if (structures[at] !== structures[at + period]) return 1
  const shift = firsts[item + period] - firsts[item]
  let turns = 2
  for (; item + (turns + 1) * period <= length; turns++) {
    const from = item + turns * period
    for (let at = from; at < from + period; at++) {
      if (structures[at] !== structures[at - period]) return turns
      for (let place = firsts[at]; place < firsts[at + 1]; place++)
        if (places[place] - places[place - shift] !== places[place - shift] - places[place - 2 * shift]) return turns
    }
  }
  return turns
}
