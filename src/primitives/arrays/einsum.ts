import type { Contraction } from '../arrayPrimitive.ts'
import { named } from '../attributes.ts'
import { type Shape, shapeWords, stridesOf } from '../shape.ts'
import type { Attributes, Mismatch, Plan } from '../wiring.ts'
import { contractionPlan } from './contraction.ts'
import { selectionPlan } from './selection.ts'

const USAGE = "einsum('ij,jk->ik', x, y)"

/** NumPy's einsum of one or two operands; its subscripts are in its attributes. */
export const einsum: Contraction = {
  kind: 'contraction',
  name: 'einsum',
  title: 'Einstein sum',
  meaning:
    'Products of entries whose letters agree, summed over the letters that the result lacks: ij,jk->ik is a matrix product.',
  group: 'arrays',
  symbol: 'einsum',
  usage: USAGE,
  arity: { least: 1, most: 2 },
  attributes: ({ text, ...fixed }) => {
    if (text === undefined) return "einsum needs its subscripts: einsum('ij,jk->ik', x, y)."
    const [letters, given] = [lettersOf(text), named(USAGE, [], fixed)]
    return [letters, given].find((read) => typeof read === 'string') ?? { subscripts: text }
  },
  plan: (shapes, attributes) => einsumPlan(shapes, attributes),
  views: (slot, shapes) => {
    const other = slot === 0 ? 'y' : 'x'
    if (shapes.length === 1)
      return {
        structure: 'ones where an entry is added',
        push: { words: 'the same sums of entries of t' },
        pull: { words: 'to each entry the entry of a that it was added to' },
      }
    return {
      structure: `the entries of ${other}, where their letters agree`,
      push: { words: `the same sums of products with t in place of ${slot === 0 ? 'x' : 'y'}, times ${other}` },
      pull: { words: `the entries of a times those of ${other} that were multiplied, summed` },
    }
  },
  latex: (...operands) => `\\operatorname{einsum}\\left(${operands.join(', ')}\\right)`,
  samples: [
    {
      shapes: [
        [2, 3],
        [3, 2],
      ],
      fixed: { text: 'ij,jk->ik', operands: [], keywords: new Map() },
    },
    { shapes: [[2, 2]], fixed: { text: 'ii', operands: [], keywords: new Map() } },
    { shapes: [[2, 3]], fixed: { text: 'ij->j', operands: [], keywords: new Map() } },
  ],
}

/** The letters of each operand and of the result. */
interface Lettered {
  readonly operands: readonly string[]
  readonly result: string
}

/** Subscripts, read by NumPy's rules; a sentence where they are none. Without an arrow the result has the letters that come once, in the order of the alphabet. */
export function lettersOf(subscripts: string): Lettered | string {
  const text = subscripts.replaceAll(' ', '')
  if (text.includes('.')) return 'An ellipsis in the subscripts of einsum is not read. Write a letter for each axis.'
  if (!/^[A-Za-z]*(,[A-Za-z]*)*(->[A-Za-z]*)?$/.test(text))
    return `“${subscripts}” are no subscripts of einsum. Write letters, as in ij,jk->ik.`
  const [given, arrow] = text.split('->')
  const operands = given.split(',')
  const all = [...given.replaceAll(',', '')]
  const once = all.filter((letter) => all.indexOf(letter) === all.lastIndexOf(letter)).sort()
  const result = arrow ?? once.join('')
  const twice = [...result].find((letter, i) => result.indexOf(letter) !== i)
  if (twice) return `The result of einsum names ${twice} twice.`
  const unknown = [...result].find((letter) => !all.includes(letter))
  return unknown ? `The result of einsum names ${unknown}, which no operand has.` : { operands, result }
}

function einsumPlan(shapes: readonly Shape[], { subscripts = '' }: Attributes): Plan | Mismatch {
  const letters = lettersOf(subscripts)
  if (typeof letters === 'string') return { mismatch: () => letters }
  const { operands, result } = letters
  if (operands.length !== shapes.length)
    return { mismatch: () => `${subscripts} is for ${operands.length} operands, and here are ${shapes.length}.` }
  const short = shapes.findIndex((shape, slot) => shape.length !== operands[slot].length)
  if (short >= 0)
    return {
      mismatch: (names) =>
        `${names[short]} is ${shapeWords(shapes[short])}: ${operands[short] || 'no letter'} does not name each of its axes once.`,
    }
  const lengths = new Map<string, number>()
  for (const [slot, shape] of shapes.entries())
    for (const [axis, length] of shape.entries()) {
      const letter = operands[slot][axis]
      const known = lengths.get(letter) ?? length
      if (known !== length)
        return {
          mismatch: () => `In ${subscripts} the axes of ${letter} are ${known} and ${length} long: they must agree.`,
        }
      lengths.set(letter, length)
    }
  return lettered(shapes, operands, result, lengths)
}

function lettered(
  shapes: readonly Shape[],
  operands: readonly string[],
  result: string,
  lengths: ReadonlyMap<string, number>,
): Plan {
  const shape = [...result].map((letter) => lengths.get(letter) as number)
  const rows = stridesOf(shape)
  const strides = shapes.map(stridesOf)
  const step = (slot: number, letter: string): number =>
    [...operands[slot]].reduce((sum, each, axis) => (each === letter ? sum + strides[slot][axis] : sum), 0)
  const summed = [...lengths.keys()].filter((letter) => !result.includes(letter))
  const loops = [...result, ...summed].map((letter) => {
    const at = result.indexOf(letter)
    return { letter, extent: lengths.get(letter) as number, row: at < 0 ? 0 : rows[at] }
  })
  if (shapes.length === 2)
    return contractionPlan(
      shape,
      loops.map(({ letter, extent, row }) => ({ extent, row, x: step(0, letter), y: step(1, letter) })),
    )
  const piece = { loops: loops.map(({ letter, extent, row }) => ({ extent, strides: [row, step(0, letter)] })) }
  // −0 + x is x, for −0 as well.
  return { ...selectionPlan(shape, [piece]), ...(summed.length > 0 && { rest: -0, adds: true }) }
}
