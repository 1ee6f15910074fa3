import type { Mode, Primal } from '../autodiff/pass.ts'
import { unitSeed } from '../autodiff/seeds.ts'
import { type ColouredJacobian, colouredJacobian } from '../autodiff/sparse/colouredJacobian.ts'
import { type Colouring, colourColumns, colourRows } from '../autodiff/sparse/colouring.ts'
import { type Sparsity, sparsityOf } from '../autodiff/sparse/pattern.ts'
import { traversalsIn } from '../graph/work.ts'
import { seededPass } from '../trace/passes.ts'

/** Where the Jacobian can differ from 0, and in how few passes each mode gets it; null where that takes too long to find. */
export interface CompressedPattern {
  readonly sparsity: Sparsity
  readonly forward: ColouredPasses
  readonly reverse: ColouredPasses
}

/** A mode's colours: lines of one colour are computed in one pass. */
interface ColouredPasses {
  readonly colouring: Colouring
  /** null where no pass is saved, or the passes would take too long. */
  readonly passes: Compressed | null
}

interface Compressed {
  /** By colour: the numbers that its pass gives, by row (forward) or by column (reverse). */
  readonly numbers: readonly Float64Array[]
  readonly entries: ColouredJacobian['entries']
  /** Whether each entry is the one that a pass with a unit seed gives, to the last bit. */
  readonly isEqual: boolean
}

export function compressedPattern(primal: Primal): CompressedPattern | null {
  const sparsity = sparsityOf(primal)
  return sparsity && { sparsity, ...{ forward: compress('forward'), reverse: compress('reverse') } }

  function compress(mode: Mode): ColouredPasses {
    const colouring = (mode === 'forward' ? colourColumns : colourRows)(sparsity as Sparsity)
    const count = colouring.colourOf.length
    const isWorthIt = colouring.colours < count && count <= traversalsIn(primal.graph)
    const coloured = isWorthIt ? colouredJacobian(primal, mode) : null
    return { colouring, passes: coloured && compressed(primal, coloured) }
  }
}

function compressed(primal: Primal, { mode, seeds, sparsity, entries }: ColouredJacobian): Compressed {
  const { offset } = primal.graph
  const [seeded, read] = mode === 'forward' ? [sparsity.columns, sparsity.rows] : [sparsity.rows, sparsity.columns]
  const numbersAlong = (seed: Parameters<typeof seededPass>[2]) => {
    const { numbers } = seededPass(primal, mode, seed)
    return Float64Array.from(read, ({ node, entry }) => numbers[offset[node] + entry])
  }
  const isEqual = seeded.every((seed, i) => {
    const line = numbersAlong(unitSeed(primal.graph, seed))
    return line.every((number, j) => same(number, mode === 'forward' ? entries[j][i] : entries[i][j]))
  })
  return { numbers: seeds.map(numbersAlong), entries, isEqual }
}

/** −0 and 0 are one number. */
const same = (a: number, b: number): boolean => a === b || Object.is(a, b)
