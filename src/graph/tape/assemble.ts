import { nested } from '../../primitives/value.ts'
import { consumers } from '../edges.ts'
import type { Graph, Input, Module, Output } from '../graph.ts'
import type { IntList } from '../intList.ts'
import { findVaried, numberNodes } from '../nodes.ts'
import { carryIds } from './identity.ts'
import type { Occurrences } from './occurrences.ts'
import type { Tape } from './tape.ts'

/** A tape, and what is known of its nodes. */
export interface Written {
  readonly tape: Tape
  readonly modules: readonly Module[]
  /** By node of the tape. */
  readonly module: IntList
  readonly place: IntList
  readonly occurrences: Occurrences
}

/** What a program calls the nodes of its tape. */
export interface Naming {
  /** Their values are those on the tape. */
  readonly inputs: readonly Omit<Input, 'value'>[]
  readonly outputs: readonly Output[]
  readonly names: Graph['names']
  /** Of the program's text. */
  readonly length: number
}

/** The graph that stands on a tape. */
export function assemble(
  { tape, modules, module, place, occurrences }: Written,
  naming: Naming,
  previous?: Graph,
): Graph {
  const op = new Int16Array(tape.op.valid)
  const firstEdge = tape.firstEdge.trimmed()
  const operand = tape.operand.trimmed()
  const offset = tape.offset.trimmed()
  const initial = tape.initial
  const inputs = naming.inputs.map(({ name, node, role, literal }) => {
    const value = nested(tape.shapeOf(node), initial, offset[node])
    return { name, node, role, value, literal }
  })
  const shaped = {
    ...{ offset, initial, shape: new Uint16Array(tape.shape.valid), shapes: tape.shapes },
    ...{ firstPartial: tape.firstPartial.trimmed(), plan: tape.plan.trimmed(), plans: tape.plans },
    ...{ attribute: new Uint16Array(tape.attribute.valid), attributes: tape.attributes, closed: tape.closed },
  }
  const identified = { size: op.length, op, firstEdge, operand, inputs, place: place.trimmed(), ...shaped }
  return {
    ...identified,
    ...consumers(firstEdge, operand),
    ...carryIds(identified, previous),
    number: numberNodes(op),
    varied: findVaried(op, firstEdge, operand),
    module: module.trimmed(),
    modules,
    names: naming.names,
    outputs: naming.outputs,
    occurrences: occurrences.sorted(naming.length),
  }
}
