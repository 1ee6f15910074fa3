import { valueAt } from '../autodiff/point.ts'
import { CONSTANT, type Graph, INPUT, type NodeIndex, type Value } from '../graph/graph.ts'
import { type Medium, SPEECH, TEXT } from '../notation/media.ts'
import { operationPiece } from '../notation/partials.ts'
import { definitionsOf, nodeName, tapeSymbol } from '../notation/symbols.ts'
import { formulaSum, sumAt } from './equations.ts'
import { isSettled, type Known, known, numberAt } from './frame.ts'
import type { Frame, Pass } from './pass.ts'
import { formulaSecond } from './secondEquations.ts'

/** A cell of text, and how it is said. */
export interface Said {
  readonly text: string
  readonly speech: string
}

/** What a row says of its node whatever the step. */
interface Fixed {
  readonly node: NodeIndex
  /** `v₁`, or the input's name. */
  readonly symbol: Said
  /** The other names that definitions give it. */
  readonly definitions: readonly string[]
  /** `sin(x₁)`; null for an input. */
  readonly operation: Said | null
  /** `v̇₁·x₂ + v̇₂·x₁`; null in the primal pass and where absent. */
  readonly formula: Said | null
}

/** A row of the evaluation trace table of Baydin et al. 2018, Tables 2 and 3. */
export interface TraceRow extends Fixed {
  /** null while the primal pass has not computed it. */
  readonly value: Value | null
  /** Tangent or adjoint; 0 where absent, null where not yet known and in the primal pass. */
  readonly derivative: Value | null
  /** Of the number that the pass at hand computes. */
  readonly state: Known
}

/** The nodes that have a row, in tape order: all but the constants. */
export const traceNodes = ({ op }: Graph): NodeIndex[] => [...op.keys()].filter((node) => op[node] !== CONSTANT)

/** The whole table; for a long one, ask for the rows in view. */
export const traceRows = (frame: Frame): TraceRow[] =>
  traceNodes(frame.pass.primal.graph).map((node) => traceRow(frame, node))

export function traceRow(frame: Frame, node: NodeIndex): TraceRow {
  const { pass } = frame
  const isPrimal = pass.kind === 'primal'
  return {
    ...fixedOf(pass, node),
    value: !isPrimal || isSettled(frame, node) ? valueAt(pass.primal.graph, node, pass.primal.values) : null,
    derivative: isPrimal ? null : numberAt(frame, node),
    state: known(frame, node),
  }
}

const rows = new WeakMap<Pass, Map<NodeIndex, Fixed>>()

function fixedOf(pass: Pass, node: NodeIndex): Fixed {
  const ofPass = rows.get(pass) ?? new Map<NodeIndex, Fixed>()
  rows.set(pass, ofPass)
  const row = ofPass.get(node) ?? fixed(pass, node)
  ofPass.set(node, row)
  return row
}

function fixed(pass: Pass, node: NodeIndex): Fixed {
  const { graph } = pass.primal
  const isOperation = graph.op[node] !== INPUT
  return {
    node,
    symbol: { text: tapeSymbol(graph, node) ?? '', speech: nodeName(graph, node) ?? '' },
    definitions: definitionsOf(graph, node),
    operation: isOperation ? said((medium) => operationPiece(graph, node, medium).text) : null,
    formula: pass.kind === 'primal' || !pass.present[node] ? null : said((medium) => formulaOf(pass, node, medium)),
  }
}

function formulaOf(pass: Pass, node: NodeIndex, medium: Medium): string {
  const terms = pass.second?.termsAt(node)
  return terms ? formulaSecond({ pass, node, terms }, medium) : formulaSum(sumAt(pass, node), medium)
}

const said = (write: (medium: Medium) => string): Said => ({ text: write(TEXT), speech: write(SPEECH) })
