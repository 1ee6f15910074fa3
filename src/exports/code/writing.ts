import { CONSTANT, type Graph, INPUT, type NodeIndex, PLAIN } from '../../graph/graph.ts'
import { entryCount, shapeAt } from '../../graph/nodes.ts'
import { nodeAt, operandNamesAt } from '../../graph/operandNames.ts'
import { operationOf } from '../../graph/operations.ts'
import { isArrayPrimitive, type Operation } from '../../primitives/arrayPrimitive.ts'
import { valueAtOperands } from '../../primitives/atOperands.ts'
import { functionNamed } from '../../primitives/index.ts'
import { operandNames } from '../../primitives/operands.ts'
import type { Shape } from '../../primitives/shape.ts'
import type { CodeLanguage } from './codeLanguage.ts'
import { COMPOSED } from './composed.ts'
import { formulaGraph } from './formulaGraph.ts'
import { ATOM, atom, CannotSay, type CodeSite, SIGN, type WrittenCode } from './written.ts'

/** What stands for a name of a formula. */
export interface Meant {
  readonly written: WrittenCode
  readonly shape: Shape
}

/** Writes operations and formulas in a language, and notes which functions these need before them. */
export class Writing {
  readonly #language: CodeLanguage
  readonly #composed = new Map<string, string>()

  constructor(language: CodeLanguage) {
    this.#language = language
  }

  /** The operation of a node at operands that are written already. */
  operation(graph: Graph, node: NodeIndex, operands: readonly WrittenCode[]): WrittenCode {
    const operation = operationOf(graph, node) as Operation
    const places = operands.map((_, slot) => nodeAt(graph, node, slot + 1))
    return this.applied(operation.name, operands, {
      shapes: places.map((place) => shapeAt(graph, place)),
      shape: shapeAt(graph, node),
      attributes: graph.attributes[graph.attribute[node]],
    })
  }

  applied(name: string, operands: readonly WrittenCode[], site: CodeSite): WrittenCode {
    const write = this.#language.operations[name]
    const taken = operands.every(({ literal }) => literal !== undefined)
      ? operands.map((operand, i) => (i === 0 ? this.#language.lifted(operand) : operand))
      : operands
    if (write) return write(taken, site)
    if (!(name in COMPOSED)) throw new CannotSay(`${this.#language.name} has nothing for ${name}.`)
    this.#compose(name)
    return atom(`${name}(${taken.map((operand) => this.#language.lifted(operand).text).join(', ')})`)
  }

  number(x: number): WrittenCode {
    return { text: this.#language.number(x), rank: x < 0 || Object.is(x, -0) ? SIGN : ATOM, literal: x }
  }

  /** The value of a constant node. */
  constant(graph: Graph, node: NodeIndex): WrittenCode {
    const shape = shapeAt(graph, node)
    const entries = graph.initial.subarray(graph.offset[node], graph.offset[node] + entryCount(graph, node))
    return shape.length === 0 ? this.number(entries[0]) : atom(this.#language.array(shape, entries))
  }

  /** A formula in the program's own language, of things with shapes. */
  formula(text: string, names: Readonly<Record<string, Meant>>): WrittenCode {
    const shapes = Object.fromEntries(Object.entries(names).map(([name, { shape }]) => [name, shape]))
    const graph = formulaGraph(text, shapes)
    const inputs = new Map(graph.inputs.map(({ node, name }) => [node, names[name]?.written ?? atom(name)]))
    const written = (node: NodeIndex): WrittenCode => {
      if (graph.op[node] === INPUT) return inputs.get(node) as WrittenCode
      if (graph.op[node] === CONSTANT) return this.constant(graph, node)
      const operands = operandNamesAt(graph, node).map((_, slot) => written(nodeAt(graph, node, slot + 1)))
      return this.#folded(graph, node, operands) ?? this.operation(graph, node, operands)
    }
    return written(graph.outputs[0].node)
  }

  /** The functions that a text calls, those that they call before them. */
  helpers(text: string): string[] {
    const found = new Map<string, string>()
    const all: Readonly<Record<string, string>> = { ...this.#language.helpers, ...Object.fromEntries(this.#composed) }
    const visit = (code: string): void => {
      for (const [, name] of code.matchAll(/(?<![\w.])(\w+)\(/g))
        if (Object.hasOwn(all, name) && !found.has(name)) {
          found.set(name, '')
          visit(all[name])
          found.delete(name)
          found.set(name, all[name])
        }
    }
    visit(text)
    return [...new Set(found.values())]
  }

  /** In a formula: what is known before the program runs, and powers and products that change nothing. */
  #folded(graph: Graph, node: NodeIndex, operands: readonly WrittenCode[]): WrittenCode | null {
    const operation = operationOf(graph, node) as Operation
    if (isArrayPrimitive(operation) || graph.plan[node] !== PLAIN) return null
    const [x, y] = operands
    if (operation.name === 'pow' && y.literal === 1) return x
    if (operation.name === 'mul' && x.literal === 1) return y
    const known = operands.flatMap(({ literal }) => literal ?? [])
    return known.length === operands.length ? this.number(valueAtOperands(operation, known)) : null
  }

  #compose(name: string): void {
    if (this.#composed.has(name)) return
    this.#composed.set(name, '')
    const operation = functionNamed(name) as Operation
    const parameters = operandNames(operation, operation.arity as number)
    const names = Object.fromEntries(
      parameters.map((parameter) => [parameter, { written: atom(parameter), shape: [] }]),
    )
    const { text } = this.formula(COMPOSED[name], names)
    this.#composed.set(name, this.#language.helper(name, parameters, text))
  }
}
