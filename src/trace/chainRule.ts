import type { Layer } from '../methods/linear/layers.ts'
import { type Link, onPaths } from '../methods/linear/linearised.ts'
import { latexName } from '../notation/names.ts'
import type { Between } from './betweenEntries.ts'

/** One view of the chain rule, with the program’s own names. */
export interface ChainFormula {
  readonly view: string
  /** A line each. */
  readonly latex: readonly string[]
  readonly speech: string
}

interface Written {
  readonly latex: string
  readonly text: string
}

/** Names, terms and factors that are written out. */
const MOST_WRITTEN = 3

/** The chain rule of the program as of composite functions, of numbers, of vectors, of Jacobians, and cascaded. */
export function chainRuleOf(between: Between, layers: readonly Layer[]): ChainFormula[] {
  if (layers[0].from.length === 0 || layers[layers.length - 1].to.length === 0) return []
  const count = layers.length
  const outputs = layers[count - 1].to
  const name = vectorOf(between, outputs)
  const levels = (each: (layer: number) => string, separator: string) =>
    joined(
      Array.from({ length: count }, (_, i) => each(count - i)),
      separator,
    )
  return [
    {
      view: 'Composite',
      latex: [
        `${name.latex} = ${levels((k) => `\\ell_{${k}}`, ' \\circ ')}`,
        `\\mathrm{D}${name.latex} = ${levels((k) => `\\mathrm{D}\\ell_{${k}}`, '\\,')}`,
      ],
      speech: `${name.text} is the composition of ${count} layers: its derivative is the product of theirs, the last layer first`,
    },
    ...scalarRule(between, layers),
    ...vectorRule(between, layers),
    {
      view: 'Jacobian',
      latex: [
        levels(
          (k) => ratio(vectorOf(between, layers[k - 1].to).latex, vectorOf(between, layers[k - 1].from).latex),
          '\\,',
        ),
      ],
      speech: 'the product of the Jacobians of the layers',
    },
    {
      view: 'Cascaded',
      latex: [`\\dot y = ${nestedRight(count)}`, `\\bar x = ${nestedLeft(count)}`],
      speech:
        'forward mode multiplies the tangent of the inputs by the first Jacobian, then by the second, and so on; reverse mode multiplies the adjoint of the outputs by the last Jacobian first',
    },
  ]
}

/** Along one path, as if nothing else were there. */
function scalarRule(between: Between, layers: readonly Layer[]): ChainFormula[] {
  const links = onePath(between, layers)
  if (links.length < 2) return []
  const factors = [...links].reverse().map(({ consumer, operand }) => {
    const [above, below] = [writtenOf(between, consumer), writtenOf(between, operand)]
    return { latex: ratio(above.latex, below.latex), text: `d${above.text} by d${below.text}` }
  })
  const ends = [writtenOf(between, links[links.length - 1].consumer), writtenOf(between, links[0].operand)]
  return [
    {
      view: 'Scalar, along one path',
      latex: [
        joined(
          factors.map(({ latex }) => latex),
          ' \\cdot ',
        ),
      ],
      speech: `from ${ends[1].text} to ${ends[0].text}: ${joined(
        factors.map(({ text }) => text),
        ' times ',
      )}`,
    },
  ]
}

function onePath({ linear }: Between, layers: readonly Layer[]): Link[] {
  const starts = new Set(layers[0].from)
  const links: Link[] = []
  let at = layers[layers.length - 1].to[0]
  while (!starts.has(at) && links.length < layers.length) {
    const link = linear.into[at][0]
    if (!link) return []
    links.unshift(link)
    at = link.operand
  }
  return starts.has(at) ? links : []
}

/** By an input that several nodes read, through all of them. */
function vectorRule(between: Between, layers: readonly Layer[]): ChainFormula[] {
  const { outOf } = between.linear
  const from = layers[0].from.reduce((most, vertex) => (outOf[vertex].length > outOf[most].length ? vertex : most))
  const on = onPaths(between.linear, [from], layers[layers.length - 1].to.slice(0, 1))
  const consumers = [...new Set(outOf[from].map(({ consumer }) => consumer))].filter((vertex) => on[vertex]).reverse()
  if (consumers.length === 0) return []
  const [output, input] = [writtenOf(between, layers[layers.length - 1].to[0]), writtenOf(between, from)]
  const terms = consumers.map((vertex) => {
    const through = writtenOf(between, vertex)
    return {
      latex: `${ratio(output.latex, through.latex)}${ratio(through.latex, input.latex)}`,
      text: `d${output.text} by d${through.text} times d${through.text} by d${input.text}`,
    }
  })
  return [
    {
      view: 'Vector',
      latex: [
        `${ratio(output.latex, input.latex)} = ${joined(
          terms.map(({ latex }) => latex),
          ' + ',
        )}`,
      ],
      speech: `d${output.text} by d${input.text} is ${joined(
        terms.map(({ text }) => text),
        ' plus ',
      )}`,
    },
  ]
}

const ratio = (above: string, below: string): string => `\\frac{\\partial ${above}}{\\partial ${below}}`

function joined(items: readonly string[], separator: string): string {
  const isLatex = separator.includes('\\') || separator === ' + '
  const dots = isLatex ? '\\cdots' : '…'
  return items.length <= MOST_WRITTEN
    ? items.join(separator)
    : [...items.slice(0, MOST_WRITTEN - 1), dots, items[items.length - 1]].join(separator)
}

const jacobianOf = (layer: number): string => `J_{${layer}}`

function nestedRight(count: number): string {
  if (count > MOST_WRITTEN) return `J_{${count}}(\\cdots(J_2(J_1\\,\\dot x)))`
  return Array.from({ length: count }, (_, i) => jacobianOf(i + 1)).reduce(
    (inner, factor, i) => (i === 0 ? `${factor}\\,${inner}` : `${factor}(${inner})`),
    '\\dot x',
  )
}

function nestedLeft(count: number): string {
  if (count > MOST_WRITTEN) return `(((\\bar y\\,J_{${count}})J_{${count - 1}})\\cdots)J_1`
  return Array.from({ length: count }, (_, i) => jacobianOf(count - i)).reduce(
    (inner, factor, i) => (i === 0 ? `${inner}\\,${factor}` : `(${inner})${factor}`),
    '\\bar y',
  )
}

/** Several values as a tuple. */
function vectorOf(between: Between, vertices: readonly number[]): Written {
  const parts = vertices.map((vertex) => writtenOf(between, vertex))
  if (parts.length === 1) return parts[0]
  return {
    latex: `(${joined(
      parts.map(({ latex }) => latex),
      '\\,,\\,',
    )})`,
    text: joined(
      parts.map(({ text }) => text),
      ', ',
    ),
  }
}

function writtenOf({ nameOf, latexOf, outputAt }: Between, vertex: number): Written {
  const output = outputAt(vertex)
  return output === undefined
    ? { latex: latexOf(vertex), text: nameOf(vertex) }
    : { latex: latexName(output), text: output }
}
