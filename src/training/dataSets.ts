import { Mulberry } from '../primitives/random.ts'
import type { DataSet } from './dataSet.ts'
import { nearlyNormal } from './random.ts'

/** A data set that is generated: the same for a seed on every machine. */
export interface BuiltInDataSet {
  readonly name: string
  readonly about: string
  readonly make: (seed: number) => DataSet
}

/** A sample: features, and the target last. */
type Sample = readonly number[]

/** Three decimals: short to read, and no machine's rounding of sine and cosine shows. */
const rounded = (x: number): number => Math.round(x * 1000) / 1000 + 0

type Shape = Pick<DataSet, 'name' | 'about' | 'kind' | 'classes' | 'columns'>

function builtIn(shape: Shape, samples: (random: Mulberry) => readonly Sample[]): BuiltInDataSet {
  const make = (seed: number): DataSet => {
    const made = samples(new Mulberry(seed))
    return {
      ...shape,
      features: made.map((sample) => sample.slice(0, -1).map(rounded)),
      targets: made.map(
        (sample) => (shape.kind === 'classes' ? sample.at(-1) : rounded(sample.at(-1) as number)) as number,
      ),
    }
  }
  return { name: shape.name, about: shape.about, make }
}

const classified = (name: string, about: string, count: number): Shape => ({
  name,
  about,
  kind: 'classes',
  classes: Array.from({ length: count }, (_, i) => String(i)),
  columns: ['x1', 'x2', 'class'],
})

const repeat = (count: number, sample: (i: number) => Sample): Sample[] =>
  Array.from({ length: count }, (_, i) => sample(i))

const LINE: Shape = {
  name: 'line',
  about: '40 points on the line y = 0.7x − 0.3, with noise.',
  kind: 'regression',
  columns: ['x', 'y'],
}

const line = builtIn(LINE, (random) =>
  repeat(40, () => {
    const x = 4 * random.next() - 2
    return [x, 0.7 * x - 0.3 + 0.2 * nearlyNormal(random)]
  }),
)

const CORNERS: readonly Sample[] = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
]

const xor = builtIn(
  classified(
    'xor',
    'The four corners of a square: 1 where exactly one of the features is 1. No line separates them.',
    2,
  ),
  () => CORNERS,
)

const noisyXor = builtIn(classified('noisy xor', '200 points around the four corners of XOR.', 2), (random) =>
  repeat(200, (i) => {
    const [x1, x2, target] = CORNERS[i % 4]
    return [x1 + 0.12 * nearlyNormal(random), x2 + 0.12 * nearlyNormal(random), target]
  }),
)

/** Two half circles, each reaching into the other. */
const twoMoons = builtIn(
  classified('two moons', '200 points on two half circles that reach into each other.', 2),
  (random) =>
    repeat(200, (i) => {
      const target = i % 2
      const angle = Math.PI * random.next()
      const [x1, x2] = target ? [1 - Math.cos(angle), 0.5 - Math.sin(angle)] : [Math.cos(angle), Math.sin(angle)]
      return [x1 + 0.1 * nearlyNormal(random), x2 + 0.1 * nearlyNormal(random), target]
    }),
)

/** Each arm turns by so many radians from the centre to the border, as in CS231n’s example. */
const TURN = 4

function spiral(name: string, arms: number): BuiltInDataSet {
  const each = 100
  return builtIn(classified(name, `${arms * each} points on ${arms} arms of a spiral.`, arms), (random) =>
    repeat(arms * each, (i) => {
      const arm = i % arms
      const radius = Math.floor(i / arms) / (each - 1)
      const angle = (2 * Math.PI * arm) / arms + TURN * radius + 0.1 * nearlyNormal(random)
      return [radius * Math.sin(angle), radius * Math.cos(angle), arm]
    }),
  )
}

const CENTRES: readonly Sample[] = [
  [-1, -0.6],
  [1, -0.6],
  [0, 1],
]

const threeBlobs = builtIn(classified('three blobs', '150 points around three centres.', 3), (random) =>
  repeat(150, (i) => {
    const [x1, x2] = CENTRES[i % 3]
    return [x1 + 0.35 * nearlyNormal(random), x2 + 0.35 * nearlyNormal(random), i % 3]
  }),
)

/** All of them, in the order of the menu. */
export const dataSets: readonly BuiltInDataSet[] = [
  line,
  xor,
  noisyXor,
  twoMoons,
  spiral('spiral', 2),
  spiral('three-arm spiral', 3),
  threeBlobs,
]

/** A built-in data set by its name. */
export const dataSetNamed = (name: string): BuiltInDataSet | undefined =>
  dataSets.find((dataSet) => dataSet.name === name)
