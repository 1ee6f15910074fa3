import { Mulberry } from '../primitives/random.ts'
import type { DataSet, DataSetForm } from './dataSet.ts'
import { DIGITS } from './digits.ts'
import { nearlyNormal, shuffle } from './random.ts'

/** A data set that is generated: the same for a seed on every machine. */
interface GeneratedDataSet extends DataSetForm {
  readonly make: (seed: number) => DataSet
}

/** A sample: features, and the target last. */
type Sample = readonly number[]

/** Three decimals: short to read, and no machine's rounding of sine and cosine shows. */
const rounded = (x: number): number => Math.round(x * 1000) / 1000 + 0

function generated(form: DataSetForm, samples: (random: Mulberry) => readonly Sample[]): GeneratedDataSet {
  const make = (seed: number): DataSet => {
    const made = samples(new Mulberry(seed))
    return {
      ...form,
      features: made.map((sample) => sample.slice(0, -1).map(rounded)),
      targets: made.map(
        (sample) => (form.kind === 'classes' ? sample.at(-1) : rounded(sample.at(-1) as number)) as number,
      ),
    }
  }
  return { ...form, make }
}

const classified = (name: string, about: string, count: number): DataSetForm => ({
  name,
  about,
  kind: 'classes',
  classes: Array.from({ length: count }, (_, i) => String(i)),
  columns: ['x1', 'x2', 'class'],
})

const repeat = (count: number, sample: (i: number) => Sample): Sample[] =>
  Array.from({ length: count }, (_, i) => sample(i))

const LINE: DataSetForm = {
  name: 'line',
  about: '40 points on the line y = 0.7x − 0.3, with noise.',
  kind: 'regression',
  columns: ['x', 'y'],
}

const line = generated(LINE, (random) =>
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

const xor = generated(
  classified(
    'xor',
    'The four corners of a square: 1 where exactly one of the features is 1. No line separates them.',
    2,
  ),
  () => CORNERS,
)

const noisyXor = generated(classified('noisy xor', '200 points around the four corners of XOR.', 2), (random) =>
  repeat(200, (i) => {
    const [x1, x2, target] = CORNERS[i % 4]
    return [x1 + 0.12 * nearlyNormal(random), x2 + 0.12 * nearlyNormal(random), target]
  }),
)

/** Two half circles, each reaching into the other. */
const twoMoons = generated(
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

function spiral(name: string, arms: number): GeneratedDataSet {
  const each = 100
  return generated(classified(name, `${arms * each} points on ${arms} arms of a spiral.`, arms), (random) =>
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

const threeBlobs = generated(classified('three blobs', '150 points around three centres.', 3), (random) =>
  repeat(150, (i) => {
    const [x1, x2] = CENTRES[i % 3]
    return [x1 + 0.35 * nearlyNormal(random), x2 + 0.35 * nearlyNormal(random), i % 3]
  }),
)

const DIRECTIONS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const

const LOOK_UP: DataSetForm = {
  name: 'look-up',
  about:
    '300 sequences of five tokens: a question (x, y, 0, 1) that points in one of four directions, and for each direction an answer (x, y, ±1, 0), of which the one asked for is the class.',
  kind: 'classes',
  classes: ['−1', '1'],
  columns: [...Array.from({ length: 5 * 4 }, (_, i) => `x${i + 1}`), 'answer'],
  matrix: [5, 4],
}

/** Two answers of each kind in every sequence, so that how many there are tells nothing, nor does any place. */
const lookUp = generated(LOOK_UP, (random) => {
  const shuffled = () => {
    const order = Int32Array.of(0, 1, 2, 3)
    shuffle(order, random)
    return [...order]
  }
  return repeat(300, (i) => {
    const target = i % 2
    const [directions, places] = [shuffled(), shuffled()]
    const asked = 2 * target + Math.floor(2 * random.next())
    const answers = places.flatMap((j) => [...DIRECTIONS[directions[j]], j < 2 ? -1 : 1, 0])
    return [...DIRECTIONS[directions[asked]], 0, 1, ...answers, target]
  })
})

/** Those that are generated, in the order of the menu. */
export const dataSets: readonly GeneratedDataSet[] = [
  line,
  xor,
  noisyXor,
  twoMoons,
  spiral('spiral', 2),
  spiral('three-arm spiral', 3),
  threeBlobs,
  lookUp,
]

/** All that the page comes with. */
export const builtIn: readonly DataSetForm[] = [...dataSets, DIGITS]

/** A generated data set by its name. */
export const dataSetNamed = (name: string): GeneratedDataSet | undefined =>
  dataSets.find((dataSet) => dataSet.name === name)
