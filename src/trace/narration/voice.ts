import type { Primal } from '../../autodiff/pass.ts'
import type { EdgeIndex, Graph, NodeIndex, Value } from '../../graph/graph.ts'
import { entryName, shapeAt } from '../../graph/nodes.ts'
import { listedUpTo } from '../../language/words.ts'
import type { DerivativeKind } from '../../notation/formulas.ts'
import { type Medium, SPEECH, TEXT } from '../../notation/media.ts'
import { displayName } from '../../notation/names.ts'
import { entriesOf, short } from '../../notation/numbers.ts'
import { formulaPiece } from '../../notation/partials.ts'
import { shapeName, shapeOf, withArticle } from '../../notation/shapes.ts'
import { spokenNumber } from '../../notation/spokenNumbers.ts'
import { numberBeside } from '../../notation/symbols.ts'
import { readFormula } from '../../primitives/formula.ts'
import { shapeText } from '../../primitives/shape.ts'
import { stepPartial } from '../equations.ts'
import { isPartialHidden } from '../withheld.ts'

/** A sentence for the screen, and as it is said. */
export interface Words {
  readonly text: string
  readonly speech: string
}

/** How nodes, names and numbers go into a sentence. */
export interface Voice {
  readonly node: (node: NodeIndex) => string
  readonly nodes: (nodes: readonly NodeIndex[]) => string
  /** The node that a step is about: z₁ (v₃), with its number on the tape beside the name that the program gave it. */
  readonly subject: (node: NodeIndex) => string
  readonly named: (name: string) => string
  /** An entry of a node, `W[0,1]`; the node itself where it is a number. */
  readonly entry: (node: NodeIndex, entry: number) => string
  /** The adjoint or the tangent of a node as a derivative: `∂f/∂W`. */
  readonly derivative: (of: string, by: string) => string
  readonly number: (value: Value) => string
  /** What a step has found: a number; of an array that is not shown in full, between which numbers its entries are. */
  readonly found: (value: Value) => string
  /** A node's name and its value: `x = 2`; `W (3×2)`, of an array that is not shown in full. */
  readonly valued: (name: string, value: Value) => string
  /** `the local partial, cos x₁`: its formula where it is short, its number where it depends on the case at hand. */
  readonly partial: (primal: Primal, edge: EdgeIndex) => string
  readonly times: string
  /** The two parts of an adjoint tangent’s term: v̄̇·p, and v̄·ṗ. */
  readonly moved: string
  readonly bent: string
  /** A formula that names a node's operands as the registry does. */
  readonly formula: (node: NodeIndex, formula: string) => string
}

const isInFull = (value: Value): boolean => typeof value === 'number' || short(value).startsWith('[')

/** An array that is not shown in full is called what it is: `a 2×3 matrix`. */
const shownNumber = (value: Value): string => (isInFull(value) ? short(value) : withArticle(shapeName(shapeOf(value))))

const saidNumber = (value: Value): string => withArticle(spokenNumber(value))

type Manner = Pick<Voice, 'named' | 'number' | 'found' | 'valued' | 'times' | 'moved' | 'bent' | 'derivative'>

/** Entries that are not shown one by one, by the least and the greatest. */
function rangeOf(value: Value): string {
  const known = entriesOf(value).filter((x) => !Number.isNaN(x))
  const numbers = `${shapeText(shapeOf(value))} numbers`
  if (known.length === 0) return `${numbers}, all ${short(Number.NaN)}`
  const [least, greatest] = [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))]
  return `${numbers}, ${least === greatest ? `all ${short(least)}` : `from ${short(least)} to ${short(greatest)}`}`
}

const ON_SCREEN: Manner = {
  ...{
    named: displayName,
    number: shownNumber,
    found: (value) => (isInFull(value) ? short(value) : rangeOf(value)),
    times: '·',
    moved: ' (v̄̇·p)',
    bent: ' (v̄·ṗ)',
  },
  valued: (name, value) => (isInFull(value) ? `${name} = ${short(value)}` : `${name} (${shapeText(shapeOf(value))})`),
  derivative: (of, by) => `∂${of}/∂${by}`,
}

const SPOKEN: Manner = {
  ...{ named: (name) => name, number: saidNumber, found: saidNumber, times: 'times', moved: '', bent: '' },
  valued: (name, value) => `${name} equals ${saidNumber(value)}`,
  derivative: (of, by) => `the partial of ${of} by ${by}`,
}

/** Writes the same sentence for the screen and for speech. */
export const words = (graph: Graph, sentence: (voice: Voice) => string): Words => ({
  text: sentence(voiceOf(graph, TEXT, ON_SCREEN)),
  speech: sentence(voiceOf(graph, SPEECH, SPOKEN)),
})

/** A longer formula is left to the mathematics beside the sentence. */
const LONGEST_PARTIAL = 32

/** More nodes than this are counted, not named. */
const MOST_NAMED = 5

function voiceOf(graph: Graph, medium: Medium, rest: Manner): Voice {
  const node = (at: NodeIndex) => medium.symbol(graph, at)
  const nodes = (list: readonly NodeIndex[]) => {
    return listedUpTo(MOST_NAMED, [...new Set(list)], node)
  }
  const subject = (at: NodeIndex) => {
    const number = medium === TEXT ? numberBeside(graph, at) : null
    return number === null ? node(at) : `${node(at)} (${number})`
  }
  const partial = (primal: Primal, edge: EdgeIndex) => {
    if (isPartialHidden(primal, edge)) return 'the local partial'
    const { text } = stepPartial(primal, edge, medium)
    return text.length > LONGEST_PARTIAL ? 'the local partial' : `the local partial, ${text}`
  }
  const formula = (at: NodeIndex, text: string) => formulaPiece(graph, at, readFormula(text).tree, medium).text
  const entry = (at: NodeIndex, index: number) => entryName(node(at), shapeAt(graph, at), index)
  return { node, nodes, subject, partial, formula, entry, ...rest }
}

/** The title of a primitive at the beginning of a sentence. */
export const capitalised = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1)

/** Of a seed with a 1 in one entry of an array. */
export const entrySeeded = (seed: string, { named }: Voice): string =>
  `The seed: the derivative of ${named(seed)} by itself is 1, and no other entry is seeded.`

/** What a seed gives a node, in a clause. */
export const seedGiven = (name: string, derivative: DerivativeKind, seed: Value, { number }: Voice): string =>
  typeof seed === 'number'
    ? `The seed gives ${name} the ${derivative} ${number(seed)}`
    : `The seed gives ${name} its ${derivative}, ${number(seed)}`
