import type { Walk } from './wiring.ts'

/** One of several nested loops, and how far each of some walks moves with every turn of it. */
export interface Loop {
  readonly extent: number
  readonly strides: readonly number[]
}

/** The same nest with as few loops as can be: what turns once is dropped, and two that go on in even steps are one. */
export function merged(loops: readonly Loop[]): Loop[] {
  const nest: Loop[] = []
  for (const loop of loops) {
    if (loop.extent === 1) continue
    const outer = nest.at(-1)
    if (outer?.strides.every((stride, walk) => stride === loop.strides[walk] * loop.extent))
      nest[nest.length - 1] = { extent: outer.extent * loop.extent, strides: loop.strides }
    else nest.push(loop)
  }
  return nest
}

export const extentsOf = (nest: readonly Loop[]): number[] => nest.map(({ extent }) => extent)

/** The strides of one of the walks of a nest. */
export const walkOf = (nest: readonly Loop[], walk: number, start = 0): Walk => ({
  start,
  strides: nest.map(({ strides }) => strides[walk]),
})
