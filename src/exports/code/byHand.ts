import type { Primal } from '../../autodiff/pass.ts'
import { CONSTANT, type Graph, INPUT, type NodeIndex } from '../../graph/graph.ts'
import { shapeAt } from '../../graph/nodes.ts'
import { nodeAt, operandNamesAt } from '../../graph/operandNames.ts'
import { operationOf } from '../../graph/operations.ts'
import type { CodeLanguage } from './codeLanguage.ts'
import { numpyPulls } from './handPulls.ts'
import { Identifiers } from './identifiers.ts'
import { Kinks } from './kinks.ts'
import { programNames, reachingOutputs } from './programNames.ts'
import { pullFormula } from './pullFormula.ts'
import type { Meant, Writing } from './writing.ts'
import { atom, CannotSay, type WrittenCode } from './written.ts'

/** A program and its adjoint pass as lines, which stand in functions of the language. */
export interface PassByHand {
  /** By input: what it is called. */
  readonly inputs: readonly string[]
  readonly primal: readonly string[]
  /** By output: its value, and the adjoint that its seed goes to. */
  readonly outputs: readonly { readonly name: string; readonly value: string; readonly seed: string }[]
  /** Adjoints that begin at 0, by node. */
  readonly zeros: readonly { readonly bar: string; readonly like: string; readonly isArray: boolean }[]
  readonly adjoint: readonly string[]
  /** By input: its adjoint. */
  readonly adjoints: readonly string[]
}

/** The primal pass node by node, and its adjoint pass backwards: each edge adds what it hands on. */
export const byHand = (
  pass: Primal,
  language: CodeLanguage,
  writing: Writing,
  reserved: readonly string[],
): PassByHand => new HandWriter(pass, language, writing, reserved).written()

class HandWriter {
  readonly #graph: Graph
  readonly #language: CodeLanguage
  readonly #writing: Writing
  readonly #kinks: Kinks
  readonly #names: readonly string[]
  readonly #bars: readonly string[]
  readonly #seeds: readonly string[]
  readonly #reaching: Uint8Array

  constructor(pass: Primal, language: CodeLanguage, writing: Writing, reserved: readonly string[]) {
    this.#graph = pass.graph
    this.#language = language
    this.#writing = writing
    this.#kinks = new Kinks(pass, 'reverse')
    const identifiers = new Identifiers(reserved)
    this.#names = programNames(pass.graph, identifiers)
    this.#bars = this.#names.map((name, node) =>
      pass.graph.op[node] === CONSTANT ? '' : identifiers.take(`${name}_bar`),
    )
    this.#seeds = pass.graph.outputs.map(({ name }) => identifiers.take(`${name}_seed`))
    this.#reaching = reachingOutputs(pass.graph)
  }

  written(): PassByHand {
    const { size, inputs, outputs } = this.#graph
    const nodes = Array.from({ length: size }, (_, node) => node)
    const isActive = (node: NodeIndex) => this.#isActive(node)
    return {
      inputs: inputs.map(({ node }) => this.#names[node]),
      primal: nodes.flatMap((node) => this.#primalLines(node)),
      outputs: outputs.map(({ name, node }, i) => ({ name, value: this.#value(node).text, seed: this.#seeds[i] })),
      zeros: nodes
        .filter((node) => isActive(node) || this.#graph.op[node] === INPUT)
        .map((node) => ({ bar: this.#bars[node], like: this.#names[node], isArray: this.#isArray(node) })),
      adjoint: [
        ...outputs.flatMap(({ node }, i) => (isActive(node) ? [`${this.#bars[node]} += ${this.#seeds[i]}`] : [])),
        ...nodes.reverse().flatMap((node) => (isActive(node) ? this.#adjointLines(node) : [])),
      ],
      adjoints: inputs.map(({ node }) => this.#bars[node]),
    }
  }

  /** Whether it has an adjoint that an input is told of. */
  #isActive(node: NodeIndex): boolean {
    return this.#reaching[node] === 1 && this.#graph.varied[node] === 1
  }

  #isArray(node: NodeIndex): boolean {
    return shapeAt(this.#graph, node).length > 0
  }

  #value(node: NodeIndex): WrittenCode {
    const { op } = this.#graph
    return op[node] === CONSTANT && !this.#isArray(node)
      ? this.#writing.constant(this.#graph, node)
      : atom(this.#names[node])
  }

  #operands(node: NodeIndex): NodeIndex[] {
    return operandNamesAt(this.#graph, node).map((_, slot) => nodeAt(this.#graph, node, slot + 1))
  }

  #primalLines(node: NodeIndex): string[] {
    const { op } = this.#graph
    if (op[node] === INPUT || (op[node] === CONSTANT && !this.#isArray(node))) return []
    const written =
      op[node] === CONSTANT
        ? this.#writing.constant(this.#graph, node)
        : this.#writing.operation(
            this.#graph,
            node,
            this.#operands(node).map((operand) => this.#value(operand)),
          )
    return [`${this.#language.name === 'TypeScript' ? 'const ' : ''}${this.#names[node]} = ${written.text}`]
  }

  #adjointLines(node: NodeIndex): string[] {
    if (this.#graph.op[node] < 0) return []
    const lines = this.#operands(node).flatMap((operand, slot) =>
      this.#graph.varied[operand] ? this.#pull(node, operand, slot) : [],
    )
    const says = this.#kinks.at(node)?.says ?? []
    return lines.length > 0 ? [...says.map((each) => `${this.#language.comment} ${each}`), ...lines] : []
  }

  /** What one edge adds to the adjoint of its operand. */
  #pull(node: NodeIndex, operand: NodeIndex, slot: number): string[] {
    const operation = operationOf(this.#graph, node)
    const own = this.#language.name === 'NumPy' && operation ? numpyPulls[operation.name] : undefined
    const bar = this.#bars[operand]
    if (own) {
      const operands = this.#operands(node)
      const pulled = own({
        ...{ slot, bar, a: this.#bars[node], operands: operands.map((each) => this.#value(each).text) },
        ...{ shapes: operands.map((each) => shapeAt(this.#graph, each)), shape: shapeAt(this.#graph, node) },
        attributes: this.#graph.attributes[this.#graph.attribute[node]],
      })
      if (!pulled) return []
      return ['added' in pulled ? `${bar} += ${pulled.added}` : pulled.statement]
    }
    const rule = pullFormula(this.#graph, node, slot, this.#kinks.at(node))
    if (!rule) return []
    if ('words' in rule) {
      if (rule.words.startsWith('nothing')) return []
      throw new CannotSay(`${this.#language.name} has no adjoint for ${operation?.title ?? 'this operation'} here.`)
    }
    if (rule.formula === '0')
      return [`${this.#language.comment} ${this.#names[node]} is flat between its jumps: it adds nothing to ${bar}`]
    const { text } = this.#writing.formula(rule.formula, this.#meant(node))
    return [text.startsWith('-') && !text.includes(' ') ? `${bar} -= ${text.slice(1)}` : `${bar} += ${text}`]
  }

  /** What the names of the formulas of its operation stand for. */
  #meant(node: NodeIndex): Readonly<Record<string, Meant>> {
    const meant = (each: NodeIndex): Meant => ({ written: this.#value(each), shape: shapeAt(this.#graph, each) })
    const own = operandNamesAt(this.#graph, node).map((name, slot) => [
      name,
      meant(nodeAt(this.#graph, node, slot + 1)),
    ])
    const adjoint: Meant = { written: atom(this.#bars[node]), shape: shapeAt(this.#graph, node) }
    return { ...Object.fromEntries(own), v: meant(node), a: adjoint }
  }
}
