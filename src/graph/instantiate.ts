import type { Span } from '../language/syntax.ts'
import { APPLY, bodyPath, CALL, type Code, LITERAL, PARAMETER, REFERENCE } from './code.ts'
import type { DeclarationIndex, Scope } from './declarations.ts'
import type { Module, NodeIndex } from './graph.ts'
import { hashOf, mix } from './hash.ts'
import type { Leaves } from './inputs.ts'
import { IntList } from './intList.ts'
import { Occurrences } from './occurrences.ts'
import { Tape } from './tape.ts'
import type { Usage } from './usage.ts'

/** Steps that are being run: those of a declaration, or of a function for one of its calls. */
interface Frame {
  step: number
  readonly end: number
  /** Where its operands start on the stack. */
  readonly base: number
  /** A hash of the way from the definition to here. */
  readonly place: number
  /** Index of its module, once a node needs it; -1 for a declaration's own steps. */
  module: number
  readonly caller: Frame | null
  readonly name: string
  readonly call: Span
}

/** Writes the declarations on the tape, with every call of a function written out. */
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
  readonly #scope: Scope
  readonly #code: Code
  readonly #leaves: Leaves

  constructor(scope: Scope, code: Code, leaves: Leaves, share: boolean) {
    this.tape = new Tape(share)
    this.nodeOf = new Int32Array(scope.declarations.length).fill(-1)
    this.#scope = scope
    this.#code = code
    this.#leaves = leaves
  }

  addInputs(): void {
    for (const [index, { name, value, literal }] of this.#leaves.inputs) {
      const node = this.#placed(this.tape.input(name, value), hashOf(name), null)
      this.nodeOf[index] = node
      if (literal) this.occurrences.add(node, literal)
    }
  }

  /** Runs the steps of a definition, or of a function that stands alone at the nodes of `parameters`. */
  addDefinition(index: DeclarationIndex, parameters: readonly DeclarationIndex[] = []): void {
    for (const parameter of parameters) this.#stack.push(this.#node(parameter))
    const { name, at } = this.#scope.declarations[index]
    this.nodeOf[index] = this.#run(this.#frame(index, 0, hashOf(name), null, at))
  }

  /** A `const` definition comes on the tape where it is first needed. */
  addConstant(index: DeclarationIndex): void {
    this.#node(index)
  }

  #frame(index: DeclarationIndex, base: number, place: number, caller: Frame | null, call: Span): Frame {
    const { name } = this.#scope.declarations[index]
    return {
      step: this.#code.start.items[index],
      end: this.#code.end.items[index],
      base,
      place,
      module: -1,
      caller,
      name,
      call,
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
      this.occurrences.add(result, frame.call)
      frame = frame.caller
    }
  }

  /** Runs one step; gives the frame to go on with. */
  #runStep(frame: Frame): Frame {
    const stack = this.#stack
    const { kind, argument, count, expression, path, literals } = this.#code
    const step = frame.step++
    const operand = argument[step]
    if (kind[step] === CALL) {
      const place = bodyPath(mix(frame.place, path[step]))
      return this.#frame(operand, stack.length - count[step], place, frame, expression[step])
    }
    if (kind[step] === PARAMETER) stack.push(stack[frame.base + operand])
    else if (kind[step] === REFERENCE) stack.push(this.#node(operand))
    else if (kind[step] === LITERAL)
      stack.push(this.#placed(this.tape.constant(literals[operand]), mix(frame.place, path[step]), frame))
    else if (kind[step] === APPLY) {
      const node = this.#placed(this.tape.apply(operand, stack, count[step]), mix(frame.place, path[step]), frame)
      for (let taken = 0; taken < count[step]; taken++) stack.pop()
      stack.push(node)
    }
    this.occurrences.add(stack[stack.length - 1], expression[step])
    return frame
  }

  #node(index: DeclarationIndex): NodeIndex {
    const constant = this.#leaves.constants.get(index)
    if (constant !== undefined && this.nodeOf[index] < 0) {
      const { name, expression } = this.#scope.declarations[index]
      this.nodeOf[index] = this.#placed(this.tape.constant(constant), hashOf(name), null)
      if (expression) this.occurrences.add(this.nodeOf[index], expression)
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
      const { name, call, caller } = inner
      inner.module =
        this.modules.push({ name, parent: caller?.module ?? -1, call: { from: call.from, to: call.to } }) - 1
    }
    return frame.module
  }
}

/** Writes a whole program on the tape: inputs, then its definitions in the given order. */
export function instantiate(
  order: readonly DeclarationIndex[],
  usage: Usage,
  leaves: Leaves,
  scope: Scope,
  code: Code,
  share: boolean,
): Instantiation {
  const instantiation = new Instantiation(scope, code, leaves, share)
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
