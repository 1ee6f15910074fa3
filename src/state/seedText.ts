import { exact } from '../notation/numbers.ts'

/** A seed vector: by name of an input or output its entries, those of an array in row-major order. */
export type Weights = ReadonlyMap<string, readonly number[]>

/** Entries that a text may stand for together. */
const MOST_ENTRIES = 200_000

/** `x1:0.5;W:1*3,0`: entries have commas between them, and equal ones in a row are counted. What is all 0 is left out. */
export const writeSeed = (weights: Weights): string =>
  [...weights]
    .filter(([, entries]) => entries.some((entry) => entry !== 0))
    .map(([name, entries]) => `${name}:${runsOf(entries).map(written).join(',')}`)
    .join(';')

interface Run {
  readonly entry: number
  readonly count: number
}

function runsOf(entries: readonly number[]): Run[] {
  const runs: Run[] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last && Object.is(last.entry, entry)) runs[runs.length - 1] = { entry, count: last.count + 1 }
    else runs.push({ entry, count: 1 })
  }
  return runs
}

const written = ({ entry, count }: Run): string => exact(entry) + (count > 1 ? `*${count}` : '')

/** The weights that a text stands for; null where it cannot be read. */
export function readSeed(text: string): Weights | null {
  const weights = new Map<string, readonly number[]>()
  let room = MOST_ENTRIES
  for (const part of text === '' ? [] : text.split(';')) {
    const [, name, list] = /^([^:;]+):([^:;]+)$/.exec(part) ?? []
    if (name === undefined || weights.has(name)) return null
    const entries: number[] = []
    for (const run of list.split(',')) {
      const read = runRead(run)
      if (!read || read.count > room) return null
      room -= read.count
      for (let i = 0; i < read.count; i++) entries.push(read.entry)
    }
    weights.set(name, entries)
  }
  return weights
}

function runRead(text: string): Run | null {
  const [, number, count = '1'] = /^(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?:\*(\d{1,6}))?$/.exec(text) ?? []
  const entry = Number(number)
  return number !== undefined && Number.isFinite(entry) ? { entry, count: Number(count) } : null
}
