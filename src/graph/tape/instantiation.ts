import type { Expression, Span } from '../../language/syntax.ts'
import type { Shape } from '../../primitives/shape.ts'
import { type Tensor, tensorOf } from '../../primitives/value.ts'
import type { Mismatch } from '../../primitives/wiring.ts'
import type { NodeIndex } from '../graph.ts'
import { mix } from '../hash.ts'
import { shapeAt } from '../nodes.ts'
import { APPLY, CALL, type Code, LITERAL, LOCAL, PARAMETER, REFERENCE, SHAPE } from '../resolve/code.ts'
import type { DeclarationIndex } from '../resolve/declarations.ts'
import { definitionOf, type OperationDefinition } from '../resolve/definitions.ts'
import { reportMismatch } from '../resolve/mismatch.ts'
import { noteProduct, productOp } from '../resolve/products.ts'
import { lengthsOf } from '../resolve/shapes.ts'
import type { Block } from '../traced/traced.ts'
import { bodyOf, ClosedModules, type ModuleBody } from './closedModules.ts'
import { DeclaredNodes } from './declaredNodes.ts'
import { excessOf } from './excess.ts'
import { unpacked } from './packing.ts'
import { PlacedTape } from './placedTape.ts'
import type { Source } from './source.ts'
import type { Tape } from './tape.ts'
import { callFrame, definitionFrame, outermostFrame, type WrittenOutCall } from './writtenOutCall.ts'

/** Writes the declarations on the tape, with every open call of a function written out. */
export class Instantiation {
  readonly written: PlacedTape
  readonly declared: DeclaredNodes
  /** What blocks of a run call their values, innermost blocks first. */
  readonly named: { readonly node: NodeIndex; readonly name: string }[][] = []
  readonly #source: Source
  readonly #tape: Tape
  readonly #stack: NodeIndex[] = []
  readonly #closed: ClosedModules
  /** Nodes in place of values that could not be computed, so that what reads them causes no further messages. */
  readonly #missing = new Set<NodeIndex>()

  /** Inside a closed module, `around` has the values that its function reads from the program. */
  constructor(source: Source, around: DeclaredNodes | null = null) {
    // Of a program without calls each step stands in one place of the text, and so does each name.
    const places = around ? 0 : source.code.length + source.scope.declarations.length
    this.written = new PlacedTape(source.share, source.code.attributes, places)
    this.declared = new DeclaredNodes(source, this.written, around)
    this.#source = source
    this.#tape = this.written.tape
    this.#closed = new ClosedModules(source, this.#tape, (index, shapes, call, calledIn) =>
      new Instantiation({ ...source, open: 'all' }, this.declared).#asModule(index, shapes, call, calledIn),
    )
  }

  addInputs(): void {
    for (const [index, { name, value, literal }] of this.#source.leaves.inputs) {
      const node = this.written.input(name, value)
      this.declared.nodeOf[index] = node
      if (literal) this.written.occurrences.add(node, literal)
    }
    this.#checkSize(null)
  }

  /** Runs the steps of a definition, or of a function that stands alone at the nodes of `parameters`. */
  addDefinition(index: DeclarationIndex, parameters: readonly DeclarationIndex[] = []): void {
    this.#runAlone(index, parameters)
    this.declared.nodeOf[index] = this.#stack.pop() as NodeIndex
  }

  /** Runs the steps of a block; gives its results. */
  addBlock(index: DeclarationIndex, parameters: readonly DeclarationIndex[]): readonly NodeIndex[] {
    this.#runAlone(index, parameters)
    return this.#stack.splice(0)
  }

  #runAlone(index: DeclarationIndex, parameters: readonly DeclarationIndex[]): void {
    for (const parameter of parameters) this.#stack.push(this.declared.node(parameter))
    this.#run(outermostFrame(this.#source, index))
  }

  /** Leaves the results on the stack. */
  #run(outermost: WrittenOutCall): void {
    const stack = this.#stack
    let frame = outermost
    for (;;) {
      if (frame.step < frame.end) {
        frame = this.#runStep(frame)
        continue
      }
      if (frame.block) this.#nameValues(frame.block, frame)
      const { base, caller, call } = frame
      const count = frame.block?.results.length ?? 1
      for (let from = stack.length - count, to = base; to < base + count; from++, to++) stack[to] = stack[from]
      while (stack.length > base + count) stack.pop()
      if (!caller) return
      if (!caller.isBuiltIn) for (let at = base; at < base + count; at++) this.written.occurrences.add(stack[at], call)
      frame = caller
    }
  }

  /** A parameter goes by the name of what is passed for it, but the text may point to it. */
  #nameValues({ names, parameters }: Block, { base, caller }: WrittenOutCall): void {
    const own: { node: NodeIndex; name: string }[] = []
    for (const { name, value, at } of names) {
      const node = this.#stack[base + value]
      this.written.occurrences.add(node, at)
      if (!caller || value >= parameters) own.push({ node, name })
    }
    this.named.push(own)
  }

  /** Runs one step; gives the frame to go on with. */
  #runStep(frame: WrittenOutCall): WrittenOutCall {
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
        return callFrame(this.#source, operand, stack.length - count[step], place, frame, at)
      this.#applyClosed(operand, count[step], place, frame, at)
    } else if (kind[step] === APPLY) {
      const definition = this.#definitionAt(place, frame.code, step)
      if (definition) return definitionFrame(definition, stack.length - count[step], place, frame, at)
      this.#apply(operand, count[step], this.#attribute(frame.code, attribute[step]), place, frame, expression[step])
    } else if (kind[step] === LOCAL) {
      stack.push(stack[frame.base + operand])
      return frame
    } else if (kind[step] === PARAMETER) stack.push(stack[frame.base + operand])
    else if (kind[step] === REFERENCE) stack.push(this.declared.node(operand))
    else if (kind[step] === LITERAL) stack.push(this.written.constant(literals[operand], place, frame))
    else if (kind[step] === SHAPE) this.#applyShape(operand, place, frame, expression[step])
    if (!frame.isBuiltIn) this.written.occurrences.add(stack[stack.length - 1], at)
    return frame
  }

  #apply(
    op: number,
    count: number,
    attribute: number,
    place: number,
    frame: WrittenOutCall,
    expression: Expression,
  ): void {
    const stack = this.#stack
    if (op === productOp && !frame.isBuiltIn) this.#noteProduct(expression)
    const made = this.#tape.apply(op, stack, count, attribute)
    if (typeof made !== 'number') {
      const node = this.#nothing(place, frame)
      if (!this.#missesAny(count)) this.#report(made, expression, frame)
      this.#replaceTop(count, node)
      return
    }
    const node = this.written.placed(made, place, frame)
    if (this.#missesAny(count)) this.#missing.add(node)
    this.#replaceTop(count, node)
    this.#checkSize(expression)
  }

  #noteProduct(expression: Expression): void {
    const { scope, problems } = this.#source
    const stack = this.#stack
    const left = this.#tape.shapeOf(stack[stack.length - 2])
    const right = this.#tape.shapeOf(stack[stack.length - 1])
    noteProduct(expression, [left, right], scope, problems)
  }

  /** A shape is a constant: what it is the shape of does not act on it. */
  #applyShape(axis: number, place: number, frame: WrittenOutCall, expression: Expression): void {
    const lengths = lengthsOf(this.#tape.shapeOf(this.#stack[this.#stack.length - 1]), axis)
    const isWrong = typeof lengths === 'object' && 'mismatch' in lengths
    if (isWrong && !this.#missesAny(1)) this.#report(lengths, expression, frame)
    const node = isWrong
      ? this.#nothing(place, frame)
      : this.written.constant(tensorOf(lengths) as Tensor, place, frame)
    this.#replaceTop(1, node)
  }

  /** A definition numbers the attributes of its calls by itself, apart from the program's. */
  #attribute(code: Code, index: number): number {
    return code === this.#source.code ? index : this.#tape.attributeIndex(code.attributes.items[index])
  }

  #report(mismatch: Mismatch, expression: Expression, frame: WrittenOutCall): void {
    const { scope, problems } = this.#source
    reportMismatch(mismatch, expression, scope, problems, frame)
  }

  #missesAny(count: number): boolean {
    return this.#missing.size > 0 && this.#stack.slice(-count).some((node) => this.#missing.has(node))
  }

  #nothing(place: number, frame: WrittenOutCall): NodeIndex {
    const node = this.written.constant(Number.NaN, place, frame)
    this.#missing.add(node)
    return node
  }

  #replaceTop(count: number, node: NodeIndex): void {
    // Several times as fast as a new length of the array.
    for (let taken = 0; taken < count; taken++) this.#stack.pop()
    this.#stack.push(node)
  }

  #checkSize(at: Expression | Span | null): void {
    const { problems } = this.#source
    const much = problems.failed ? null : excessOf(this.#tape)
    if (much !== null) problems.error(`Here the program ${much}`, at ?? { from: 0, to: 0 })
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
    const shapes = this.#stack.slice(from).map((node) => this.#tape.shapeOf(node))
    return definitionOf(argument[step], shapes, attributes.items[attribute[step]])
  }

  /** A call as one node, whose operands are the call's and what the function reads from the program. */
  #applyClosed(
    index: DeclarationIndex,
    count: number,
    place: number,
    frame: WrittenOutCall,
    call: Expression | Span,
  ): void {
    const misses = this.#missesAny(count)
    const closed = this.#closed.of(index, this.#stack.slice(this.#stack.length - count), call, frame)
    if (!closed) {
      this.#stack.length -= count
      const { block } = this.#source.scope.declarations[index]
      for (let made = 0; made < (block?.results.length ?? 1); made++) this.#stack.push(this.#nothing(place, frame))
      return
    }
    const { graph, captured, results } = closed.body
    for (const read of captured) this.#stack.push(this.declared.node(read))
    const all = count + captured.length
    const shape = shapeAt(graph, graph.outputs[0].node)
    const node = this.written.placed(this.#tape.applyClosed(closed.index, shape, this.#stack, all), place, frame)
    if (misses) this.#missing.add(node)
    this.#replaceTop(all, node)
    this.#checkSize(call)
    if (results.length > 1) this.#unpack(results, place, frame, call)
  }

  #unpack(shapes: readonly Shape[], place: number, frame: WrittenOutCall, call: Expression | Span): void {
    const vector = this.#stack.pop() as NodeIndex
    this.written.occurrences.add(vector, call)
    for (const result of unpacked(vector, shapes, this.written.beside(place, frame))) {
      this.written.occurrences.add(result, call)
      this.#stack.push(result)
    }
  }

  /** A function at parameters of those shapes; null where it is too large to be given its memory. */
  #asModule(
    index: DeclarationIndex,
    shapes: readonly Shape[],
    call: Expression | Span,
    calledIn: WrittenOutCall,
  ): ModuleBody | null {
    const { name, parameters } = this.#source.scope.declarations[index]
    const inputs = parameters.map(({ name: parameter }, slot) => ({
      name: parameter,
      node: this.written.unknown(parameter, shapes[slot]),
    }))
    this.#stack.push(...inputs.map(({ node }) => node))
    this.#run(outermostFrame(this.#source, index, call, calledIn))
    return bodyOf(name, inputs, this.#stack.splice(0), this.written, this.declared, this.#source)
  }
}
