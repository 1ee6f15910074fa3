import type { Primal } from '../../autodiff/pass.ts'
import { CLOSED, CONSTANT, type Graph, INPUT, type NodeIndex } from '../../graph/graph.ts'
import { shapeAt } from '../../graph/nodes.ts'
import { nodeAt, operandNamesAt } from '../../graph/operandNames.ts'
import { closedAt } from '../../graph/operations.ts'
import type { CodeLanguage } from './codeLanguage.ts'
import { Identifiers } from './identifiers.ts'
import type { Kinks } from './kinks.ts'
import { programNames, reachingOutputs } from './programNames.ts'
import { pullFormula, pushFormula } from './pullFormula.ts'
import type { Meant, Writing } from './writing.ts'
import { atom, type WrittenCode } from './written.ts'

/** A function of the program as lines: its parameters, what it computes, and what it gives. */
export interface WrittenFunction {
  readonly name: string
  readonly parameters: readonly string[]
  readonly body: readonly string[]
  readonly results: readonly { readonly name: string; readonly value: string }[]
}

/** Expressions up to this length are written into what reads them. */
const LONGEST = 72

/** Writes a graph as a library that differentiates by itself has it: definitions, and functions of the program as functions. */
export class ExpressionWriter {
  readonly #language: CodeLanguage
  readonly #writing: Writing
  readonly #reserved: readonly string[]
  /** What is written out by our rules, since the point lies where libraries take others. */
  readonly #kinks: Kinks | null
  readonly #mode: 'forward' | 'reverse'
  readonly #functions = new Map<string, WrittenFunction>()
  readonly #calls: Identifiers

  constructor(
    language: CodeLanguage,
    writing: Writing,
    { kinks, mode, reserved }: { kinks: Kinks | null; mode: 'forward' | 'reverse'; reserved: readonly string[] },
  ) {
    this.#language = language
    this.#writing = writing
    this.#kinks = kinks
    this.#mode = mode
    this.#reserved = reserved
    this.#calls = new Identifiers(reserved)
  }

  program({ graph }: Primal): WrittenFunction {
    return new FunctionWriter(graph, this).written('program')
  }

  /** The functions that the program calls, those that they call before them. */
  get functions(): readonly WrittenFunction[] {
    return [...this.#functions.values()]
  }

  get reservedNames(): readonly string[] {
    return [...this.#reserved, ...[...this.#functions.values()].map(({ name }) => name)]
  }

  get writing(): Writing {
    return this.#writing
  }

  get comment(): string {
    return this.#language.comment
  }

  kinkAt(node: NodeIndex) {
    return this.#kinks?.at(node) ?? null
  }

  /** The name of the function that a closed node calls. */
  called(graph: Graph, node: NodeIndex): string {
    const { name, graph: inner } = closedAt(graph, node)
    const written = new FunctionWriter(inner, this).written(name)
    const key = JSON.stringify({ ...written, name })
    const known = this.#functions.get(key)
    if (known) return known.name
    const own = this.#calls.take(name)
    this.#functions.set(key, { ...written, name: own })
    return own
  }

  literal(written: WrittenCode): WrittenCode {
    return this.#language.lifted(written)
  }

  /** `by_rule(value, rules …)(operands …)`: an operation whose derivative is the page's and not the library's. */
  byRule(graph: Graph, node: NodeIndex, operands: readonly WrittenCode[]): WrittenCode | null {
    const names = operandNamesAt(graph, node)
    const meant = (name: string, at: NodeIndex): Meant => ({ written: atom(name), shape: shapeAt(graph, at) })
    const known = Object.fromEntries(names.map((name, slot) => [name, meant(name, nodeAt(graph, node, slot + 1))]))
    const value = this.#writing.operation(graph, node, names.map(atom))
    const rules = names.map((name, slot) => {
      const kink = this.kinkAt(node)
      const own = nodeAt(graph, node, slot + 1)
      const rule =
        this.#mode === 'reverse' ? pullFormula(graph, node, slot, kink) : pushFormula(graph, node, slot, kink)
      if (rule && 'words' in rule) return null
      const factor = this.#mode === 'reverse' ? 'a' : 't'
      if (!rule || rule.formula === '0') return `${this.#language.zerosLike}(${this.#mode === 'reverse' ? name : 'v'})`
      const from = meant(factor, this.#mode === 'reverse' ? node : own)
      return this.#writing.formula(rule.formula, { ...known, v: meant('v', node), [factor]: from }).text
    })
    if (rules.includes(null)) return null
    const factor = this.#mode === 'reverse' ? 'a' : 't'
    const parameters = names.join(', ')
    const written = rules.map((rule) => `lambda ${factor}, v, ${parameters}: ${rule}`)
    const given = operands.map((operand) => this.literal(operand).text)
    return atom(`by_rule(lambda ${parameters}: ${value.text}, [${written.join(', ')}], ${given.join(', ')})`)
  }
}

class FunctionWriter {
  readonly #graph: Graph
  readonly #all: ExpressionWriter
  readonly #names: readonly string[]
  readonly #reaching: Uint8Array
  readonly #named: ReadonlySet<NodeIndex>
  readonly #inline = new Map<NodeIndex, WrittenCode>()
  readonly #body: string[] = []

  constructor(graph: Graph, all: ExpressionWriter) {
    this.#graph = graph
    this.#all = all
    // Functions come first, so that nothing of a program has the name of one.
    for (let node = 0; node < graph.size; node++) if (graph.op[node] >= CLOSED) all.called(graph, node)
    this.#names = programNames(graph, new Identifiers(all.reservedNames))
    this.#reaching = reachingOutputs(graph)
    this.#named = new Set([...graph.names.keys(), ...graph.outputs.map(({ node }) => node)])
  }

  written(name: string): WrittenFunction {
    const graph = this.#graph
    for (let node = 0; node < graph.size; node++) if (this.#reaching[node]) this.#write(node)
    return {
      name,
      parameters: graph.inputs.map(({ node }) => this.#names[node]),
      body: this.#body,
      results: graph.outputs.map((output) => ({
        name: output.name,
        value: this.#all.literal(this.#value(output.node)).text,
      })),
    }
  }

  #write(node: NodeIndex): void {
    const { op, firstConsumer } = this.#graph
    if (op[node] === INPUT) return
    const kink = op[node] === CONSTANT ? null : this.#all.kinkAt(node)
    const written = this.#expression(node)
    const isOnce = firstConsumer[node + 1] - firstConsumer[node] === 1
    const isShort = written.literal !== undefined || (isOnce && written.text.length <= LONGEST)
    if (!kink && isShort && (written.literal !== undefined || !this.#named.has(node))) {
      this.#inline.set(node, written)
      return
    }
    for (const each of kink?.says ?? []) this.#body.push(`${this.#all.comment} ${each}`)
    this.#body.push(`${this.#names[node]} = ${this.#all.literal(written).text}`)
  }

  #expression(node: NodeIndex): WrittenCode {
    const graph = this.#graph
    if (graph.op[node] === CONSTANT) return this.#all.writing.constant(graph, node)
    const operands = operandNamesAt(graph, node).map((_, slot) => this.#value(nodeAt(graph, node, slot + 1)))
    if (graph.op[node] >= CLOSED)
      return atom(
        `${this.#all.called(graph, node)}(${operands.map((each) => this.#all.literal(each).text).join(', ')})`,
      )
    const ruled = this.#all.kinkAt(node) ? this.#all.byRule(graph, node, operands) : null
    return ruled ?? this.#all.writing.operation(graph, node, operands)
  }

  #value(node: NodeIndex): WrittenCode {
    return this.#inline.get(node) ?? atom(this.#names[node])
  }
}
