import type { Expression, Span } from '../../language/syntax.ts'
import { numberedNames } from '../../primitives/operands.ts'
import { APPLY, CALL, Code, LOCAL } from '../resolve/code.ts'
import type { Declaration, DeclarationIndex } from '../resolve/declarations.ts'
import { Structures } from '../tape/structures.ts'
import { placesOf } from './places.ts'
import type { Block, Step } from './traced.ts'

/** A block, and all that are in it, as functions in code that runs as that of calls does. `index` is its own declaration. */
export function declareBlocks(block: Block): { declarations: Declaration[]; code: Code; index: DeclarationIndex } {
  const blocks = new Blocks()
  const index = blocks.declare(block)
  return { declarations: blocks.declarations, code: blocks.code, index }
}

/** Equal blocks are one function; those that differ in names only, as rounds of a loop do, have the same steps. */
class Blocks {
  /** Those that a block calls come before it. */
  readonly declarations: Declaration[] = []
  readonly code = new Code()
  readonly #constants = new Structures()
  /** By names, then by what the block does. */
  readonly #known = new Map<string, Map<string, DeclarationIndex>>()
  /** By what a block does: the first that does it. */
  readonly #first = new Map<string, DeclarationIndex>()

  declare(block: Block): DeclarationIndex {
    const called = block.steps.map((step) => (step.kind === 'block' ? this.declare(step.block) : -1))
    const places = placesOf(block)
    const does = JSON.stringify([block.parameters, block.results, places, this.#doneBy(block, called)])
    const names = JSON.stringify([block.name, block.names])
    const named = this.#known.get(names) ?? new Map<string, DeclarationIndex>()
    const known = named.get(does)
    if (known !== undefined) return known
    const index = this.declarations.push(declarationOf(block)) - 1
    this.#known.set(names, named.set(does, index))
    const first = this.#first.get(does)
    if (first === undefined) this.#write(block, called, places, index)
    else this.code.share(index, first)
    this.#first.set(does, first ?? index)
    return index
  }

  /** Each step, and where it stands in the text. */
  #doneBy({ steps }: Block, called: readonly DeclarationIndex[]) {
    return steps.map((step, i) => {
      if (step.kind === 'constant') return [this.#constants.constant(step.value), step.at]
      return step.kind === 'block'
        ? [called[i], step.operands, step.block.at]
        : [step.op, step.attributes, step.operands, step.at]
    })
  }

  #write(block: Block, called: readonly DeclarationIndex[], places: readonly number[], index: DeclarationIndex): void {
    const { code } = this
    const start = code.length
    for (const [i, step] of block.steps.entries()) {
      // What gives nothing back is no part of what is computed.
      if (step.kind === 'block' && step.block.results.length === 0) continue
      this.#writeStep(step, called[i])
      code.path[code.length - 1] = places[i]
    }
    for (const result of block.results) code.emit(LOCAL, result, 0, standingAt(block.at))
    code.own(index, start)
  }

  #writeStep(step: Step, called: DeclarationIndex): void {
    const { code } = this
    const at = standingAt(step.kind === 'block' ? step.block.at : step.at)
    if (step.kind === 'constant') {
      code.emitLiteral(step.value, at)
      return
    }
    for (const operand of step.operands) code.emit(LOCAL, operand, 0, at)
    if (step.kind === 'block') code.emit(CALL, called, step.operands.length, at)
    else code.emit(APPLY, step.op, step.operands.length, at, code.attributes.indexOf(step.attributes))
  }
}

/** A run has no syntax tree: of an expression, all that is known is where it stands. */
const standingAt = ({ from, to }: Span): Expression => ({ kind: 'name', name: '', from, to })

function declarationOf(block: Block): Declaration {
  const { name, at, parameters } = block
  return {
    ...{ kind: 'function', name, role: null, at, statement: at, expression: null, block },
    parameters: numberedNames(parameters).map((parameter) => ({ name: parameter, ...at })),
  }
}
