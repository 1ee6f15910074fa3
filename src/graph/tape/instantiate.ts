import type { Expression, Span } from '../../language/syntax.ts'
import { grouped } from '../../language/words.ts'
import type { Shape } from '../../primitives/shape.ts'
import { type Tensor, tensorOf } from '../../primitives/value.ts'
import type { Mismatch } from '../../primitives/wiring.ts'
import type { Module, NodeIndex } from '../graph.ts'
import { hashOf, mix } from '../hash.ts'
import { IntList } from '../intList.ts'
import { APPLY, bodyPath, CALL, type Code, LITERAL, PARAMETER, REFERENCE, SHAPE } from '../resolve/code.ts'
import type { DeclarationIndex, Scope } from '../resolve/declarations.ts'
import { definitionOf, type OperationDefinition } from '../resolve/definitions.ts'
import type { Leaves } from '../resolve/inputs.ts'
import { type RunningCall, reportMismatch } from '../resolve/mismatch.ts'
import type { ProgramProblems } from '../resolve/problems.ts'
import { noteProduct, productOp } from '../resolve/products.ts'
import { lengthsOf } from '../resolve/shapes.ts'
import { MAX_ENTRIES, MAX_KEPT, MAX_WORK } from '../resolve/size.ts'
import type { Usage } from '../resolve/usage.ts'
import { assemble } from './assemble.ts'
import { Occurrences } from './occurrences.ts'
import { Tape } from './tape.ts'

/** What a program is written on a tape from. */
export interface Source {
  readonly scope: Scope
  readonly code: Code
  readonly leaves: Leaves
  readonly problems: ProgramProblems
  /** Whether structurally equal subexpressions are one node. */
  readonly share: boolean
  /** The places of calls and operations that are opened; `all` opens every call, and no operation. */
  readonly open: ReadonlySet<number> | 'all'
}

/** Steps that are being run: those of a declaration, or of a function for one of its calls. */
interface Frame extends RunningCall {
  step: number
  readonly end: number
  /** The steps' code: the program's, or that of an operation's definition. */
  readonly code: Code
  /** Where its operands start on the stack. */
  readonly base: number
  /** A hash of the way from the definition to here. */
  readonly place: number
  /** Of the call. */
  readonly callPlace: number
  /** Index of its module, once a node needs it; -1 for a declaration's own steps. */
  module: number
  /** The frame to go on with; none for the steps of a closed module. */
  readonly caller: Frame | null
}

/** A closed module that is on the tape, to be used by every call with operands of the same shapes. */
interface Closed {
  readonly index: number
  readonly shape: Shape
  readonly captured: readonly DeclarationIndex[]
}

/** Writes the declarations on the tape, with every open call of a function written out. */
export class Instantiation {
  readonly tape: Tape
  readonly occurrences = new Occurrences()
  readonly modules: Module[] = []
  /** By node of the tape. */
  readonly module = new IntList()
  readonly place = new IntList()
  /** By declaration; -1 before it is on the tape. */
  readonly nodeOf: Int32Array
  readonly #stack: NodeIndex[] = []
  readonly #source: Source
  readonly #closed = new Map<string, Closed>()
  /** Nodes in place of values that could not be computed, so that what reads them causes no further messages. */
  readonly #missing = new Set<NodeIndex>()
  /** Around a closed module: where the values are that its function reads from the program. */
  readonly #around: Instantiation | null
  readonly #captured: DeclarationIndex[] = []

  constructor(source: Source, around: Instantiation | null = null) {
    this.tape = new Tape(source.share, source.code.attributes)
    this.nodeOf = new Int32Array(source.scope.declarations.length).fill(-1)
    this.#source = source
    this.#around = around
  }

  addInputs(): void {
    for (const [index, { name, value, literal }] of this.#source.leaves.inputs) {
      const node = this.#placed(this.tape.input(name, plain(value)), hashOf(name), null)
      this.nodeOf[index] = node
      if (literal) this.occurrences.add(node, literal)
    }
    this.#checkSize(null)
  }

  /** Runs the steps of a definition, or of a function that stands alone at the nodes of `parameters`. */
  addDefinition(index: DeclarationIndex, parameters: readonly DeclarationIndex[] = []): void {
    for (const parameter of parameters) this.#stack.push(this.#node(parameter))
    const { name, at } = this.#source.scope.declarations[index]
    this.nodeOf[index] = this.#run(this.#frame(index, 0, hashOf(name), hashOf(name), null, at))
  }

  /** A `const` definition comes on the tape where it is first needed. */
  addConstant(index: DeclarationIndex): void {
    this.#node(index)
  }

  #frame(
    index: DeclarationIndex,
    base: number,
    place: number,
    callPlace: number,
    caller: Frame | null,
    call: Expression | Span,
    calledIn = caller,
  ): Frame {
    const { code, scope } = this.#source
    const { name, parameters, isBuiltIn = false } = scope.declarations[index]
    const { start: step, end } = code.range(index)
    // One literal, without spreading: there are as many frames as definitions and calls.
    return {
      name,
      parameters,
      call,
      isBuiltIn,
      calledIn,
      step,
      end,
      code,
      base,
      place,
      callPlace,
      module: -1,
      caller,
    }
  }

  #run(outermost: Frame): NodeIndex {
    const stack = this.#stack
    let frame = outermost
    for (;;) {
      if (frame.step < frame.end) {
        frame = this.#runStep(frame)
        continue
      }
      const result = stack.pop() as NodeIndex
      stack.length = frame.base
      if (!frame.caller) return result
      stack.push(result)
      if (!frame.caller.isBuiltIn) this.occurrences.add(result, frame.call)
      frame = frame.caller
    }
  }

  /** Runs one step; gives the frame to go on with. */
  #runStep(frame: Frame): Frame {
    const stack = this.#stack
    const { kind, argument, count, expression, path, literals, attribute } = frame.code
    const step = frame.step++
    const operand = argument[step]
    const place = mix(frame.place, path[step])
    // A mistake inside a definition of the language is reported at the call in the text.
    const at = frame.isBuiltIn ? frame.call : expression[step]
    if (kind[step] === CALL) {
      const { open } = this.#source
      if (open === 'all' || open.has(place))
        return this.#frame(operand, stack.length - count[step], bodyPath(place), place, frame, at)
      this.#applyClosed(operand, count[step], place, frame, at)
    } else if (kind[step] === APPLY) {
      const definition = this.#definitionAt(place, frame.code, step)
      if (definition) return this.#definitionFrame(definition, stack.length - count[step], place, frame, at)
      this.#apply(operand, count[step], this.#attribute(frame.code, attribute[step]), place, frame, expression[step])
    } else if (kind[step] === PARAMETER) stack.push(stack[frame.base + operand])
    else if (kind[step] === REFERENCE) stack.push(this.#node(operand))
    else if (kind[step] === LITERAL)
      stack.push(this.#placed(this.tape.constant(plain(literals[operand])), place, frame))
    else if (kind[step] === SHAPE) this.#applyShape(operand, place, frame, expression[step])
    if (!frame.isBuiltIn) this.occurrences.add(stack[stack.length - 1], at)
    return frame
  }

  #apply(op: number, count: number, attribute: number, place: number, frame: Frame, expression: Expression): void {
    const stack = this.#stack
    if (op === productOp && !frame.isBuiltIn) this.#noteProduct(expression)
    const made = this.tape.apply(op, stack, count, attribute)
    if (typeof made !== 'number') {
      const node = this.#nothing(place, frame)
      if (!this.#missesAny(count)) this.#report(made, expression, frame)
      this.#replaceTop(count, node)
      return
    }
    const node = this.#placed(made, place, frame)
    if (this.#missesAny(count)) this.#missing.add(node)
    this.#replaceTop(count, node)
    this.#checkSize(expression)
  }

  #noteProduct(expression: Expression): void {
    const { scope, problems } = this.#source
    const shapes = this.#stack.slice(-2).map((node) => this.tape.shapeOf(node))
    noteProduct(expression, shapes, scope, problems)
  }

  /** A shape is a constant: what it is the shape of does not act on it. */
  #applyShape(axis: number, place: number, frame: Frame, expression: Expression): void {
    const lengths = lengthsOf(this.tape.shapeOf(this.#stack[this.#stack.length - 1]), axis)
    const isWrong = typeof lengths === 'object' && 'mismatch' in lengths
    if (isWrong && !this.#missesAny(1)) this.#report(lengths, expression, frame)
    const node = isWrong
      ? this.#nothing(place, frame)
      : this.#placed(this.tape.constant(plain(tensorOf(lengths) as Tensor)), place, frame)
    this.#replaceTop(1, node)
  }

  /** A definition numbers the attributes of its calls by itself, apart from the program's. */
  #attribute(code: Code, index: number): number {
    return code === this.#source.code ? index : this.tape.attributeIndex(code.attributes.items[index])
  }

  #report(mismatch: Mismatch, expression: Expression, frame: Frame): void {
    const { scope, problems } = this.#source
    reportMismatch(mismatch, expression, scope, problems, frame)
  }

  #missesAny(count: number): boolean {
    return this.#missing.size > 0 && this.#stack.slice(-count).some((node) => this.#missing.has(node))
  }

  #nothing(place: number, frame: Frame): NodeIndex {
    const node = this.#placed(this.tape.constant(Number.NaN), place, frame)
    this.#missing.add(node)
    return node
  }

  #replaceTop(count: number, node: NodeIndex): void {
    this.#stack.length -= count
    this.#stack.push(node)
  }

  #checkSize(expression: Expression | null): void {
    const { problems } = this.#source
    const { entries, kept, work } = this.tape
    if (problems.failed || (entries <= MAX_ENTRIES && kept <= MAX_KEPT && work <= MAX_WORK)) return
    const much =
      entries > MAX_ENTRIES
        ? `has more than ${grouped(MAX_ENTRIES)} numbers`
        : kept > MAX_KEPT
          ? `keeps more than ${grouped(MAX_KEPT)} local partials`
          : `computes more than ${grouped(MAX_WORK)} numbers on the way`
    problems.error(`Here the program ${much}. Make its arrays smaller.`, expression ?? { from: 0, to: 0 })
  }

  /** The steps of an operation's definition, if the operation is opened here and has one. */
  #definitionAt(
    place: number,
    { argument, count, attribute, attributes }: Code,
    step: number,
  ): OperationDefinition | null {
    const { open } = this.#source
    if (open === 'all' || !open.has(place)) return null
    const from = this.#stack.length - count[step]
    const shapes = this.#stack.slice(from).map((node) => this.tape.shapeOf(node))
    return definitionOf(argument[step], shapes, attributes.items[attribute[step]])
  }

  #definitionFrame(
    { name, code, range }: OperationDefinition,
    base: number,
    place: number,
    caller: Frame,
    call: Expression | Span,
  ): Frame {
    const { start: step, end } = range
    const body = bodyPath(place)
    const running = { name, parameters: [], call, isBuiltIn: true, calledIn: caller }
    return { ...running, step, end, code, base, place: body, callPlace: place, module: -1, caller }
  }

  /** A call as one node, whose operands are the call's and what the function reads from the program. */
  #applyClosed(index: DeclarationIndex, count: number, place: number, frame: Frame, call: Expression | Span): void {
    const misses = this.#missesAny(count)
    const closed = this.#closedFor(index, count, call, frame)
    for (const captured of closed.captured) this.#stack.push(this.#node(captured))
    const all = count + closed.captured.length
    const node = this.#placed(this.tape.applyClosed(closed.index, closed.shape, this.#stack, all), place, frame)
    if (misses) this.#missing.add(node)
    this.#replaceTop(all, node)
  }

  #closedFor(index: DeclarationIndex, count: number, call: Expression | Span, calledIn: Frame): Closed {
    const operands = this.#stack.slice(this.#stack.length - count)
    const key = `${index} ${operands.map((node) => this.tape.shape.items[node]).join(' ')}`
    const known = this.#closed.get(key)
    if (known) return known
    const inside = new Instantiation({ ...this.#source, open: 'all' }, this)
    const shapes = operands.map((node) => this.tape.shapeOf(node))
    const graph = inside.#asModule(index, shapes, call, calledIn)
    const { name } = this.#source.scope.declarations[index]
    const closed = {
      index: this.tape.closed.push({ name, graph, work: inside.tape.work }) - 1,
      shape: graph.shapes[graph.shape[graph.outputs[0].node]],
      captured: inside.#captured,
    }
    this.#closed.set(key, closed)
    return closed
  }

  /** The graph of a function at parameters of those shapes. */
  #asModule(index: DeclarationIndex, shapes: readonly Shape[], call: Expression | Span, calledIn: Frame) {
    const { name, parameters } = this.#source.scope.declarations[index]
    const inputs = parameters.map(({ name: parameter }, slot) => this.#leaf(parameter, shapes[slot]))
    this.#stack.push(...inputs.map(({ node }) => node))
    const result = this.#run(this.#frame(index, 0, hashOf(name), hashOf(name), null, call, calledIn))
    for (const captured of this.#captured)
      inputs.push({ name: this.#source.scope.declarations[captured].name, node: this.nodeOf[captured] })
    return assemble(this, {
      inputs: inputs.map((input) => ({ ...input, role: null, value: Number.NaN, literal: null })),
      outputs: [{ name, node: result }],
      names: new Map(inputs.map(({ name: input, node }) => [node, [input]])),
      length: this.#source.scope.source.length,
    })
  }

  #leaf(name: string, shape: Shape): { name: string; node: NodeIndex } {
    const size = shape.reduce((product, length) => product * length, 1)
    const value = shape.length === 0 ? Number.NaN : { shape, entries: new Float64Array(size).fill(Number.NaN) }
    return { name, node: this.#placed(this.tape.input(name, value), hashOf(name), null) }
  }

  #node(index: DeclarationIndex): NodeIndex {
    if (this.nodeOf[index] >= 0) return this.nodeOf[index]
    const { scope, leaves } = this.#source
    const { name, expression } = scope.declarations[index]
    const constant = leaves.constants.get(index)
    if (constant !== undefined) {
      this.nodeOf[index] = this.#placed(this.tape.constant(plain(constant)), hashOf(name), null)
      if (expression) this.occurrences.add(this.nodeOf[index], expression)
    } else if (this.#around) {
      const outer = this.#around.#node(index)
      // A parameter may have the same name; no name in a program contains a space.
      this.nodeOf[index] = this.#leaf(`${name} outside`, this.#around.tape.shapeOf(outer)).node
      this.#captured.push(index)
    }
    return this.nodeOf[index]
  }

  /** Notes place and module of a node that is new. */
  #placed(node: NodeIndex, place: number, frame: Frame | null): NodeIndex {
    if (node < this.place.length) return node
    this.place.push(place)
    this.module.push(frame ? this.#moduleOf(frame) : -1)
    return node
  }

  /** The module of a frame. It is made for its first node, so that no module is empty. */
  #moduleOf(frame: Frame): number {
    const without: Frame[] = []
    for (let f: Frame = frame; f.module < 0 && f.caller; f = f.caller) without.push(f)
    for (const inner of without.reverse()) {
      const { name, call, caller, callPlace: place } = inner
      const span = { from: call.from, to: call.to }
      inner.module = this.modules.push({ name, parent: caller?.module ?? -1, call: span, place }) - 1
    }
    return frame.module
  }
}

/** A number where it is one, so that programs of numbers make no arrays. */
const plain = (value: number | Tensor): number | Tensor =>
  typeof value === 'number' || value.shape.length > 0 ? value : value.entries[0]

/** Writes a whole program on the tape: inputs, then its definitions in the given order. */
export function instantiate(order: readonly DeclarationIndex[], usage: Usage, source: Source): Instantiation {
  const { leaves, scope } = source
  const instantiation = new Instantiation(source)
  instantiation.addInputs()
  for (const index of order)
    if (leaves.constants.has(index)) {
      if (usage.declaredOutputs.has(index)) instantiation.addConstant(index)
    } else if (
      !leaves.inputs.has(index) &&
      (scope.declarations[index].kind !== 'function' || usage.standalone.has(index))
    )
      instantiation.addDefinition(index, usage.standalone.get(index))
  return instantiation
}
