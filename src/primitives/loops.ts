import type { Walk, Wiring } from './wiring.ts'

/** Numbers of a flat array that a walk of nested loops visits: those of one node, or the partials of one edge. */
export interface VisitedNumbers {
  readonly numbers: Float64Array
  /** Where the node's or the edge's numbers start. */
  readonly from: number
  readonly walk: Walk
}

const NONE: readonly number[] = []

/**
 * Nested loops along three walks, taken run by run: a run is one time through the innermost loop, which the caller
 * writes out. One object serves many loops, so that nothing is allocated on the way.
 */
export class Runs {
  /** Where the run at hand starts in each walk. */
  a = 0
  b = 0
  c = 0
  /** How long every run is, and how far its walks move with each turn. */
  length = 1
  stepA = 0
  stepB = 0
  stepC = 0
  #extents = NONE
  #stridesA = NONE
  #stridesB = NONE
  #stridesC = NONE
  #tables: readonly (readonly number[] | undefined)[] | null = null
  readonly #own = [0, 0, 0]
  #outer = 0
  readonly #counters: number[] = []

  begin(extents: readonly number[], a: Walk, b: Walk, c: Walk = b): void {
    // Through a table each turn is a run of its own.
    const isTabled = a.table !== undefined || b.table !== undefined || c.table !== undefined
    const inner = isTabled ? -1 : extents.length - 1
    this.#outer = isTabled ? extents.length : inner
    this.#tables = isTabled ? [a.table, b.table, c.table] : null
    this.a = a.start
    this.b = b.start
    this.c = c.start
    this.length = inner < 0 ? 1 : extents[inner]
    this.stepA = inner < 0 ? 0 : a.strides[inner]
    this.stepB = inner < 0 ? 0 : b.strides[inner]
    this.stepC = inner < 0 ? 0 : c.strides[inner]
    this.#extents = extents
    this.#stridesA = a.strides
    this.#stridesB = b.strides
    this.#stridesC = c.strides
    for (let loop = 0; loop < this.#outer; loop++) this.#counters[loop] = 0
    if (this.#tables) {
      this.#own[0] = this.a
      this.#own[1] = this.b
      this.#own[2] = this.c
      this.#lookUp(this.#tables)
    }
  }

  /** Goes on to the next run; false after the last. */
  next(): boolean {
    for (let loop = this.#outer - 1; loop >= 0; loop--) {
      if (++this.#counters[loop] < this.#extents[loop]) {
        this.#move(loop, 1)
        return true
      }
      this.#move(loop, 1 - this.#extents[loop])
      this.#counters[loop] = 0
    }
    return false
  }

  /** In whole numbers, as `| 0` assures: the engine counts on in doubles once it has met the −0 of 0·(−1). */
  #move(loop: number, turns: number): void {
    if (this.#tables) {
      this.#own[0] += this.#stridesA[loop] * turns
      this.#own[1] += this.#stridesB[loop] * turns
      this.#own[2] += this.#stridesC[loop] * turns
      this.#lookUp(this.#tables)
      return
    }
    this.a = (this.a + this.#stridesA[loop] * turns) | 0
    this.b = (this.b + this.#stridesB[loop] * turns) | 0
    this.c = (this.c + this.#stridesC[loop] * turns) | 0
  }

  #lookUp([a, b, c]: readonly (readonly number[] | undefined)[]): void {
    const [ownA, ownB, ownC] = this.#own
    this.a = a ? a[ownA] : ownA
    this.b = b ? b[ownB] : ownB
    this.c = c ? c[ownC] : ownC
  }
}

const runs = new Runs()

/** target += factor·source at every turn of the loops. */
export function addProducts(
  extents: readonly number[],
  target: VisitedNumbers,
  source: VisitedNumbers,
  factor: VisitedNumbers,
): void {
  const t = target.numbers
  const s = source.numbers
  const f = factor.numbers
  runs.begin(extents, target.walk, source.walk, factor.walk)
  const { length, stepA, stepB, stepC } = runs
  // What stands still during a run is read once, which makes matrix products several times as fast.
  do {
    const a = target.from + runs.a
    const b = source.from + runs.b
    const c = factor.from + runs.c
    if (stepA === 0) t[a] = dot(t[a], s, b, stepB, f, c, stepC, length)
    else if (stepB === 0) addMultiples(t, a, stepA, f, c, stepC, s[b], length)
    else if (stepC === 0) addMultiples(t, a, stepA, s, b, stepB, f[c], length)
    else for (let turn = 0; turn < length; turn++) t[a + turn * stepA] += f[c + turn * stepC] * s[b + turn * stepB]
  } while (runs.next())
}

/** sum + x·y */
function dot(
  sum: number,
  x: Float64Array,
  xFrom: number,
  xStep: number,
  y: Float64Array,
  yFrom: number,
  yStep: number,
  length: number,
): number {
  let total = sum
  for (let turn = 0, i = xFrom, j = yFrom; turn < length; turn++, i += xStep, j += yStep) total += x[i] * y[j]
  return total
}

/** t += factor·x */
function addMultiples(
  t: Float64Array,
  tFrom: number,
  tStep: number,
  x: Float64Array,
  xFrom: number,
  xStep: number,
  factor: number,
  length: number,
): void {
  if (tStep === 1 && xStep === 1) for (let turn = 0; turn < length; turn++) t[tFrom + turn] += factor * x[xFrom + turn]
  else for (let turn = 0, i = tFrom, j = xFrom; turn < length; turn++, i += tStep, j += xStep) t[i] += factor * x[j]
}

/** The tangents or the adjoints of a pass, by entry; what is not present is absent, and its number 0. */
export interface EntryDerivatives {
  readonly numbers: Float64Array
  readonly present: Uint8Array
}

/** The partials of one edge: kept ones with their `live`, or the values of another operand, which all are live. */
export interface Partials {
  readonly numbers: Float64Array
  readonly live: Uint8Array | null
  readonly from: number
}

/** An edge's terms of a tangent pass: v̇[row] += p·u̇[column], where the partial is live and the tangent is present. */
export function pushTangents(
  wiring: Wiring,
  partials: Partials,
  pass: EntryDerivatives,
  consumer: number,
  operand: number,
) {
  const target = { numbers: pass.numbers, from: consumer, walk: wiring.row }
  const source = { numbers: pass.numbers, from: operand, walk: wiring.column }
  addTerms(wiring, target, source, partials, pass.present)
}

/** An edge's terms of an adjoint pass: ū[column] += p·v̄[row], where the partial is live and the adjoint is present. */
export function pullAdjoints(
  wiring: Wiring,
  partials: Partials,
  pass: EntryDerivatives,
  consumer: number,
  operand: number,
) {
  const target = { numbers: pass.numbers, from: operand, walk: wiring.column }
  const source = { numbers: pass.numbers, from: consumer, walk: wiring.row }
  addTerms(wiring, target, source, partials, pass.present)
}

function addTerms(
  wiring: Wiring,
  target: VisitedNumbers,
  source: VisitedNumbers,
  partials: Partials,
  present: Uint8Array,
): void {
  const { extents, partial } = wiring
  const factor = { ...partials, walk: partial }
  if (partials.live !== null || !isPresent(extents, source, present))
    addPresentTerms(extents, target, source, factor, present)
  else {
    makePresent(extents, target, present)
    addProducts(extents, target, source, factor)
  }
}

/** The same as `addProducts`, term by term: a sum starts with its first term, and what is absent meets no partial. */
function addPresentTerms(
  extents: readonly number[],
  target: VisitedNumbers,
  source: VisitedNumbers,
  factor: VisitedNumbers & Partials,
  present: Uint8Array,
): void {
  const { numbers, live } = factor
  runs.begin(extents, target.walk, source.walk, factor.walk)
  const { length, stepA, stepB, stepC } = runs
  do {
    let a = target.from + runs.a
    let b = source.from + runs.b
    let c = factor.from + runs.c
    for (let turn = 0; turn < length; turn++, a += stepA, b += stepB, c += stepC) {
      if (!present[b] || (live !== null && !live[c])) continue
      const term = numbers[c] * source.numbers[b]
      target.numbers[a] = present[a] ? target.numbers[a] + term : term
      present[a] = 1
    }
  } while (runs.next())
}

/** The loops that move a walk; the others only come back to the same places. */
export function moving(extents: readonly number[], walk: Walk): { extents: number[]; walk: Walk } {
  const moves = (_: number, loop: number): boolean => walk.strides[loop] !== 0
  return { extents: extents.filter(moves), walk: { ...walk, strides: walk.strides.filter(moves) } }
}

function isPresent(extents: readonly number[], { from, walk }: VisitedNumbers, present: Uint8Array): boolean {
  const own = moving(extents, walk)
  runs.begin(own.extents, own.walk, own.walk)
  do {
    for (let turn = 0, a = from + runs.a; turn < runs.length; turn++, a += runs.stepA) if (!present[a]) return false
  } while (runs.next())
  return true
}

/** Makes absent entries present, with a number to which any other can be added: −0 + x is x, for −0 as well. */
function makePresent(extents: readonly number[], { numbers, from, walk }: VisitedNumbers, present: Uint8Array): void {
  const own = moving(extents, walk)
  runs.begin(own.extents, own.walk, own.walk)
  do {
    for (let turn = 0, a = from + runs.a; turn < runs.length; turn++, a += runs.stepA)
      if (!present[a]) {
        numbers[a] = -0
        present[a] = 1
      }
  } while (runs.next())
}
