import type { Expression, Span } from '../../language/syntax.ts'
import type { Shape } from '../../primitives/shape.ts'
import type { Graph, NodeIndex } from '../graph.ts'
import { hashOf } from '../hash.ts'
import type { DeclarationIndex } from '../resolve/declarations.ts'
import { assemble } from './assemble.ts'
import type { DeclaredNodes } from './declaredNodes.ts'
import { excessOf } from './excess.ts'
import { packed } from './packing.ts'
import type { PlacedTape } from './placedTape.ts'
import type { Source } from './source.ts'
import type { Tape } from './tape.ts'
import type { WrittenOutCall } from './writtenOutCall.ts'

/** What is inside a closed module. */
export interface ModuleBody {
  readonly graph: Graph
  readonly work: number
  /** What it gives: several are one vector in its output. */
  readonly results: readonly Shape[]
  readonly captured: readonly DeclarationIndex[]
}

/** A closed module that is on the tape, to be used by every call with operands of the same shapes. */
interface Closed {
  readonly index: number
  readonly body: ModuleBody
}

/** Writes a function at parameters of those shapes on a tape of its own; null where that cannot be done. */
type WriteBody = (
  index: DeclarationIndex,
  shapes: readonly Shape[],
  call: Expression | Span,
  calledIn: WrittenOutCall,
) => ModuleBody | null

/** The closed modules of a tape: one for each function and shapes of its operands. */
export class ClosedModules {
  readonly #source: Source
  readonly #tape: Tape
  readonly #write: WriteBody
  readonly #closed = new Map<string, Closed | null>()
  /** By its steps and the shapes: what closed modules have inside, whatever they are called. */
  readonly #bodies = new Map<string, ModuleBody | null>()

  constructor(source: Source, tape: Tape, write: WriteBody) {
    this.#source = source
    this.#tape = tape
    this.#write = write
  }

  /** The closed module of a function at such operands; null where it cannot be made, which is reported. */
  of(
    index: DeclarationIndex,
    operands: readonly NodeIndex[],
    call: Expression | Span,
    calledIn: WrittenOutCall,
  ): Closed | null {
    const tape = this.#tape
    const shapes = operands.map((node) => tape.shape.items[node]).join(' ')
    const key = `${index} ${shapes}`
    const known = this.#closed.get(key)
    if (known !== undefined) return known
    const { code, scope } = this.#source
    const steps = `${code.range(index).start} ${shapes}`
    const body = this.#bodies.get(steps) ?? this.#bodyOf(index, operands, call, calledIn)
    this.#bodies.set(steps, body)
    const { name } = scope.declarations[index]
    const closed = body && { index: tape.closed.push({ name, graph: body.graph, work: body.work }) - 1, body }
    this.#closed.set(key, closed)
    return closed
  }

  #bodyOf(
    index: DeclarationIndex,
    operands: readonly NodeIndex[],
    call: Expression | Span,
    calledIn: WrittenOutCall,
  ): ModuleBody | null {
    return this.#write(
      index,
      operands.map((node) => this.#tape.shapeOf(node)),
      call,
      calledIn,
    )
  }
}

/** What is inside the module of a function that gave `nodes`; null where it is too large to be given its memory. */
export function bodyOf(
  name: string,
  parameters: readonly { readonly name: string; readonly node: NodeIndex }[],
  nodes: readonly NodeIndex[],
  written: PlacedTape,
  { captured, nodeOf }: DeclaredNodes,
  { scope }: Source,
): ModuleBody | null {
  const { tape } = written
  if (excessOf(tape) !== null) return null
  const results = nodes.map((node) => tape.shapeOf(node))
  const result = nodes.length === 1 ? nodes[0] : packed(nodes, results, written.beside(hashOf(name), null))
  const read = captured.map((index) => ({ name: scope.declarations[index].name, node: nodeOf[index] }))
  const inputs = [...parameters, ...read]
  const graph = assemble(written, {
    inputs: inputs.map((input) => ({ ...input, role: null, literal: null })),
    outputs: [{ name, node: result }],
    names: new Map(inputs.map(({ name: input, node }) => [node, [input]])),
    length: scope.source.length,
  })
  return { graph, work: tape.work, results, captured }
}
