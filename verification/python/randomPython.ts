import { type Primal, primal } from '../../src/core.ts'
import { graphOf } from '../fixtures/compiled.ts'
import { DIALECTS, type Dialect, ELEMENTWISE } from './dialects.ts'
import { Drawing } from './drawing.ts'
import { formulasOf, GraphDrawing, type PrintedGraph } from './randomGraph.ts'
import { StatementDrawing } from './statements.ts'

/** One graph as a Python program, and its pass; inputs of the graph are called n0, n1 …, its output is y. */
export interface PythonOfGraph {
  readonly dialect: Dialect
  readonly python: string
  readonly pass: Primal
  /** What the program calls the output. */
  readonly output: string
  /** What the program calls n0, n1 …. */
  readonly inputs: readonly string[]
}

const NAMES = ['u', 'v', 'w', 'z', 'acc', 'out', 'hidden', 'x_new']
const AUGMENTED = /^n (\+|-|\*) m$/

/** Prints a graph as a program whose names stand for one node after another. */
class ProgramDrawing {
  readonly #draw: Drawing
  readonly #graph: PrintedGraph
  readonly #dialect: Dialect
  readonly #statements: StatementDrawing
  /** By node, the group that reads it last. */
  readonly #lastRead = new Map<number, number>()
  readonly #reads = new Map<number, number>()
  readonly #text = new Map<number, string>()
  readonly #names: string[] = [...NAMES]

  constructor(draw: Drawing, dialect: Dialect, graph: PrintedGraph, numberAt: (node: number) => number | null) {
    this.#draw = draw
    this.#graph = graph
    this.#dialect = dialect
    this.#statements = new StatementDrawing(draw, dialect, graph, numberAt)
    for (const [k, { parts }] of graph.groups.entries())
      for (const node of parts.flat())
        for (const operand of graph.nodes[node].operands) {
          this.#lastRead.set(operand, k)
          this.#reads.set(operand, (this.#reads.get(operand) ?? 0) + 1)
        }
    for (let k = 0; k < graph.inputs; k++) this.#text.set(k, `x${k}`)
  }

  lines(): string[] {
    const { groups } = this.#graph
    const lines: string[] = []
    for (let k = 0; k < groups.length; ) {
      const { kind, parts } = groups[k]
      if (kind === 'rounds') lines.push(...this.#rounds(parts))
      if (kind === 'terms') lines.push(...this.#terms(parts, k))
      const run = kind === 'single' ? this.#run(k) : []
      if (run.length > 0) lines.push(...this.#single(run, k))
      k += Math.max(1, run.length)
    }
    return lines
  }

  readonly #read = (node: number): string => this.#text.get(node) ?? ''

  /** A name that stands for nothing that is still read: an own one of the nodes that are read last here, or a new one. */
  #nameFor(node: number, at: number, taken: readonly string[] = []): string {
    if (node === this.#graph.nodes.length - 1) return 'y'
    const held = new Set(
      [...this.#text].filter(([each]) => (this.#lastRead.get(each) ?? -1) > at).map(([, text]) => text),
    )
    const words = [...this.#text].flatMap(([each, text]) =>
      (this.#lastRead.get(each) ?? -1) > at ? (text.match(/[a-z_]\w*/g) ?? []) : [],
    )
    const inputs = Array.from({ length: this.#graph.inputs }, (_, k) => `x${k}`)
    const free = [...this.#names, ...inputs].filter(
      (name) => !held.has(name) && !words.includes(name) && !taken.includes(name),
    )
    if (free.length > 0) return this.#draw.of(free)
    const name = this.#statements.fresh('v')
    this.#names.push(name)
    return name
  }

  #scalars(): number[] {
    return [...this.#text.keys()].filter(
      (node) => this.#graph.nodes[node].shape.length === 0 && /^\w+$/.test(this.#read(node)),
    )
  }

  /** Texts that stand for other nodes from now on are forgotten. */
  #bind(node: number, name: string): void {
    for (const [each, text] of this.#text) if (text === name) this.#text.delete(each)
    this.#text.set(node, name)
  }

  /** Single nodes from here on that become one call, one line, or parts of a line. */
  #run(at: number): number[] {
    const { groups } = this.#graph
    const most = this.#draw.once(3) ? 1 + this.#draw.below(4) : 1
    const run: number[] = []
    while (run.length < most && groups[at + run.length]?.kind === 'single')
      run.push(groups[at + run.length].parts[0][0])
    return run
  }

  #single(run: readonly number[], at: number): string[] {
    const end = at + run.length - 1
    const last = this.#graph.nodes.length - 1
    if (run.length > 1) {
      const results = run.filter((node) => node === last || (this.#lastRead.get(node) ?? -1) > end)
      const targets: string[] = []
      for (const node of results) targets.push(this.#nameFor(node, end, targets))
      const lines = this.#statements.called(run, results, targets, this.#read)
      for (const [k, node] of results.entries()) this.#bind(node, targets[k])
      return lines
    }
    const [node] = run
    if (this.#isInlined(node, at)) return []
    const augmented = this.#augmented(node, at)
    if (augmented) return augmented
    const name = this.#nameFor(node, at)
    const lines = this.#statements.assignment(node, name, this.#read, this.#scalars())
    this.#bind(node, name)
    return lines
  }

  /** What one line alone reads may stand in it. */
  #isInlined(node: number, at: number): boolean {
    const reader = this.#lastRead.get(node)
    if (reader === undefined || this.#reads.get(node) !== 1 || reader === at) return false
    if (this.#graph.groups[reader].kind !== 'single' || !this.#draw.once(3)) return false
    const text = this.#statements.expression(node, this.#read)
    this.#text.set(node, `(${text})`)
    for (const operand of this.#graph.nodes[node].operands)
      this.#lastRead.set(operand, Math.max(reader, this.#lastRead.get(operand) ?? 0))
    return true
  }

  /** `u += v`, which in NumPy changes an array itself: of one that nothing else shows. */
  #augmented(node: number, at: number): string[] | null {
    const { nodes, inputs } = this.#graph
    const { operation, operands, shape } = nodes[node]
    const [first, second] = operands
    const [, sign] = AUGMENTED.exec(operation?.own('n', 'm', '') ?? '') ?? []
    if (!sign || first === second || first < inputs || this.#dialect === 'torch') return null
    const name = this.#read(first)
    if (nodes[first].shape.join() !== shape.join() || (this.#lastRead.get(first) ?? 0) > at || !/^[a-z_]+$/.test(name))
      return null
    const isOwn = [first, ...nodes.keys()].every((each) =>
      each === first || nodes[each].operands.includes(first)
        ? ELEMENTWISE.includes(nodes[each].operation ?? ELEMENTWISE[0])
        : true,
    )
    if (shape.length > 0 && this.#dialect === 'numpy' && !isOwn) return null
    const line = `${name} ${sign}= ${this.#read(second)}`
    this.#bind(node, name)
    if (node === nodes.length - 1) return [line, `y = ${name}`]
    return [line]
  }

  #rounds(parts: readonly (readonly number[])[]): string[] {
    const name = this.#statements.fresh('h')
    const lines = this.#statements.rounds(parts, name, this.#read)
    this.#bind(parts[parts.length - 1][1], name)
    return lines
  }

  #terms(parts: readonly (readonly number[])[], at: number): string[] {
    const targets: string[] = []
    for (const [node] of parts) targets.push(this.#nameFor(node, at, targets))
    const lines = this.#statements.terms(parts, targets, this.#read)
    for (const [k, [node]] of parts.entries()) this.#bind(node, targets[k])
    return lines
  }
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`)

/** The lines as a program of the dialect, with its inputs and what asks for their derivatives. */
function programOf(
  draw: Drawing,
  dialect: Dialect,
  { nodes, inputs }: PrintedGraph,
  lines: readonly string[],
): string[] {
  const names = Array.from({ length: inputs }, (_, k) => `x${k}`)
  const places = `(${names.map((_, k) => k).join(', ')})`
  const given = names.join(', ')
  const written = (k: number) => nodes[k].literal
  const isNumber = (k: number) => nodes[k].shape.length === 0
  if (dialect === 'math') return ['import math', ...names.map((name, k) => `${name} = ${written(k)}`), ...lines]
  if (dialect === 'torch') {
    const made = (k: number) =>
      draw.of([
        `torch.tensor(${written(k)}, requires_grad=True)`,
        `torch.tensor(${written(k)}, dtype=torch.float64, requires_grad=True)`,
        `torch.tensor(${written(k)}).requires_grad_()`,
      ])
    return ['import torch', ...names.map((name, k) => `${name} = ${made(k)}`), ...lines, 'y.backward()']
  }
  const array = (k: number, prefix: string) => (isNumber(k) ? written(k) : `${prefix}.array(${written(k)})`)
  if (dialect === 'numpy')
    return ['import numpy as np', ...names.map((name, k) => `${name} = ${array(k, 'np')}`), ...lines]
  return [
    ...['import jax', 'import jax.numpy as jnp', `def f(${given}):`, ...indented(lines), '    return y'],
    ...names.map((name, k) => `${name} = ${array(k, 'jnp')}`),
    draw.of([
      `gradients = jax.grad(f, argnums=${places})(${given})`,
      `value, gradients = jax.value_and_grad(f, argnums=${places})(${given})`,
      `print(jax.grad(f, ${places})(${given}))`,
    ]),
  ]
}

/** A graph and its program, by a number. */
export function pythonOfGraph(seed: number): PythonOfGraph {
  const draw = new Drawing(seed)
  const dialect = draw.of(DIALECTS)
  const printed = new GraphDrawing(draw, dialect).graph()
  const pass = primal(graphOf(formulasOf(printed), { language: 'gradual' }))
  const { names, offset } = pass.graph
  const places = new Map([...names].flatMap(([node, all]) => all.map((name) => [name, offset[node]])))
  const numberAt = (node: number) => pass.values[places.get(`n${node}`) ?? -1] ?? null
  const lines = new ProgramDrawing(draw, dialect, printed, numberAt).lines()
  return {
    ...{ dialect, pass, python: programOf(draw, dialect, printed, lines).join('\n') },
    output: dialect === 'jax' ? 'f' : 'y',
    inputs: Array.from({ length: printed.inputs }, (_, k) => `x${k}`),
  }
}
