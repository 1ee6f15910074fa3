import { F64 } from '../expression.ts'
import { canMeetAtOnce, inLoop, keyOf, moved, type Place } from '../places.ts'
import type { CompiledStep, Fill, OnTape, Sequence, StepLoop, StepStructure, StructureTable } from '../structure.ts'
import { loopsOfSum } from '../summing.ts'
import { Addressing, type CodeScope, OUTSIDE } from './addressing.ts'
import { compute, fitsPairs, type LaneArithmetic, pairs, scalar } from './arithmetic.ts'
import { FunctionBody, I32_ADD, I32_AND, I32_EQZ } from './functionBody.ts'
import { writeSums } from './sums.ts'
import { type BodyStep, eachOf, isApart, type Use, usesOf } from './uses.ts'

/** Where a function has become so long, the next one begins: the browser compiles it whole. */
const LONG = 8_000
/** Loops of fewer turns are not worth two at a time. */
const LEAST_PAIRS = 4

const [I32_LOAD8_U, I32_STORE8] = [0x2d, 0x3a]
/** In the only memory there is. */
const MEMORY_FILL = [0xfc, 11, 0]

/** Calls of the plain tape, among the imported functions. */
export interface TapeCalls {
  readonly evaluate: number
  readonly pull: number
}

/** Numbers that locals hold, by the keys of their places. */
type Held = Map<string, { readonly local: number; readonly place: Place }>

/** The functions that do what a sequence says, one after another. */
export function functionsOf(sequence: Sequence, structures: StructureTable, tape: TapeCalls): FunctionBody[] {
  const functions: FunctionBody[] = []
  for (let item = 0; item < sequence.length; ) {
    const body = new FunctionBody()
    const writer = new Writer(body, tape)
    while (item < sequence.length && body.code.length < LONG) {
      const places = sequence.placesOf(item).map((base): Place => ({ base, strides: [] }))
      writer.write(structures.all[sequence.structures[item++]], places)
    }
    functions.push(body)
  }
  return functions
}

class Writer {
  readonly #body: FunctionBody
  readonly #code: Addressing
  readonly #tape: TapeCalls
  /** Between loops: what has been read and written so far. */
  #held: Held = new Map()

  constructor(body: FunctionBody, tape: TapeCalls) {
    this.#body = body
    this.#code = new Addressing(body)
    this.#tape = tape
  }

  write(structure: StepStructure, places: readonly Place[], scope: CodeScope = OUTSIDE): void {
    if (structure.kind === 'step') {
      this.#step(structure, places, scope, this.#held)
      return
    }
    this.#held = new Map()
    if (structure.kind === 'loop') this.#loop(structure, places, scope)
    else if (structure.kind === 'tape') this.#onTape(structure)
    else this.#fill(structure, places[0], scope)
    this.#held = new Map()
  }

  #fill({ bytes }: Fill, place: Place, scope: CodeScope): void {
    this.#code.address(place, scope)
    this.#body.whole(this.#code.offset(place, scope))
    this.#body.code.byte(I32_ADD)
    this.#body.whole(0)
    this.#body.whole(bytes)
    this.#body.code.byte(...MEMORY_FILL)
  }

  #onTape({ does, node }: OnTape): void {
    this.#body.get(0)
    this.#body.whole(node)
    this.#body.call(this.#tape[does])
  }

  /** Leaves the number at a place on the stack, and holds it from then on. */
  #read(place: Place, scope: CodeScope, held: Held, arithmetic: LaneArithmetic): void {
    const key = keyOf(place)
    const known = held.get(key)
    if (known) {
      this.#body.get(known.local)
      return
    }
    const isStill = scope.counts.length === 0 || place.strides[scope.counts.length - 1] === 0
    this.#code.load(place, scope, arithmetic, isStill)
    const local = this.#body.local(arithmetic.type)
    this.#body.tee(local)
    held.set(key, { local, place })
  }

  /** `inLocals` are places that are written when the loop is over. */
  #step(
    step: CompiledStep,
    places: readonly Place[],
    scope: CodeScope,
    held: Held,
    arithmetic: LaneArithmetic = scalar,
    inLocals?: ReadonlySet<string>,
  ): void {
    if (step.guards > 0 || step.marks) {
      this.#guarded(step, places, scope, held)
      return
    }
    const [target] = places
    const key = keyOf(target)
    const isInLocal = inLocals?.has(key) ?? false
    if (!isInLocal) this.#code.address(target, scope)
    if (step.adds) this.#read(target, scope, held, arithmetic)
    compute(step.value, this.#body, arithmetic, (read) => this.#read(places[read], scope, held, arithmetic))
    if (step.adds) arithmetic.operation(this.#body, F64.add)
    const local = held.get(key)?.local ?? this.#body.local(arithmetic.type)
    if (isInLocal) this.#body.set(local)
    else {
      this.#body.tee(local)
      arithmetic.store(this.#body, this.#code.offset(target, scope))
    }
    forget(held, target, scope)
    held.set(key, { local, place: target })
  }

  /** What depends on bytes: nothing is held across it. */
  #guarded(step: CompiledStep, places: readonly Place[], scope: CodeScope, held: Held): void {
    const [target] = places
    const first = 1 + step.reads
    for (const [i, guard] of places.slice(first, first + step.guards).entries()) {
      this.#byte(guard, scope)
      if (i > 0) this.#body.code.byte(I32_AND)
    }
    if (step.isRest) this.#body.code.byte(I32_EQZ)
    const inside = () => {
      const own: Held = new Map()
      this.#code.address(target, scope)
      if (step.adds) this.#read(target, scope, own, scalar)
      compute(step.value, this.#body, scalar, (read) => this.#read(places[read], scope, own, scalar))
      if (step.adds) scalar.operation(this.#body, F64.add)
      scalar.store(this.#body, this.#code.offset(target, scope))
      if (!step.marks) return
      const mark = places[step.places - 1]
      this.#code.address(mark, scope)
      this.#body.whole(1)
      this.#body.memory([I32_STORE8], 0, this.#code.offset(mark, scope))
    }
    if (step.guards > 0) this.#body.where(inside)
    else inside()
    forget(held, target, scope)
    held.delete(keyOf(target))
  }

  #byte(place: Place, scope: CodeScope): void {
    this.#code.address(place, scope)
    this.#body.memory([I32_LOAD8_U], 0, this.#code.offset(place, scope))
  }

  #loop(loop: StepLoop, places: readonly Place[], scope: CodeScope): void {
    const nest = loopsOfSum(loop, places, scope.counts)
    if (nest) writeSums(this.#code, nest, scope)
    else if (loop.depth > 1)
      this.#code.turns(loop.count, places, loop.strides, scope, (within, inner) => {
        eachOf(loop.body, within, (structure, own) => this.write(structure, own, inner))
        this.#held = new Map()
      })
    else this.#innermost(loop, places, scope)
  }

  #innermost(loop: StepLoop, places: readonly Place[], scope: CodeScope): void {
    const steps: BodyStep[] = []
    eachOf(loop.body, places, (structure, own, from) => {
      steps.push({ structure, from, to: from + own.length })
    })
    const isPlain = steps.every(
      ({ structure }) => structure.kind === 'step' && structure.guards === 0 && !structure.marks,
    )
    if (!isPlain) {
      this.#code.turns(loop.count, places, loop.strides, scope, (within, inner) => {
        this.#held = new Map()
        for (const { structure, from, to } of steps) this.write(structure, within.slice(from, to), inner)
      })
      return
    }
    const within = inLoop(places, loop.strides)
    const uses = usesOf(steps, within, [...scope.counts, loop.count])
    if (
      loop.count >= LEAST_PAIRS &&
      steps.every(({ structure }) => fitsPairs((structure as CompiledStep).value)) &&
      isApart(uses)
    ) {
      const twice = loop.strides.map((stride) => 2 * stride)
      this.#steps(loop.count >> 1, steps, uses, places, twice, scope, pairs)
      const done = loop.count - (loop.count & 1)
      if (loop.count & 1)
        for (const { structure, from, to } of steps)
          this.#step(
            structure as CompiledStep,
            moved(places.slice(from, to), (_, i) => done * loop.strides[from + i]),
            scope,
            new Map(),
          )
    } else this.#steps(loop.count, steps, uses, places, loop.strides, scope, scalar)
  }

  /** A loop of steps, in which locals hold what stays and what the turn before has left. */
  #steps(
    count: number,
    steps: readonly BodyStep[],
    uses: readonly Use[],
    places: readonly Place[],
    strides: readonly number[],
    scope: CodeScope,
    arithmetic: LaneArithmetic,
  ): void {
    const kept: Held = new Map()
    const carried: { local: number; from: Place }[] = []
    const inLocals = new Set<string>()
    const start = (use: Use): number => {
      const local = this.#body.local(arithmetic.type)
      this.#code.load(atStart(use.place), scope, arithmetic, true)
      this.#body.set(local)
      kept.set(use.key, { local, place: use.place })
      return local
    }
    for (const use of uses) {
      if (use.stays) {
        start(use)
        if (use.isWritten) inLocals.add(use.key)
      } else if (use.carriedFrom && arithmetic === scalar) carried.push({ local: start(use), from: use.carriedFrom })
    }
    const held: Held = new Map(kept)
    this.#code.turns(count, places, strides, scope, (within, inner) => {
      for (const { structure, from, to } of steps)
        this.#step(structure as CompiledStep, within.slice(from, to), inner, held, arithmetic, inLocals)
      for (const { from } of carried) this.#read(from, inner, held, arithmetic)
      for (const { local } of [...carried].reverse()) this.#body.set(local)
    })
    for (const { key, place } of uses)
      if (inLocals.has(key))
        this.#code.store(atStart(place), scope, arithmetic, () => this.#read(place, scope, held, arithmetic))
  }
}

/** Where a place of a loop is at its first turn, as seen from outside. */
const atStart = ({ base, strides }: Place): Place => ({ base, strides: strides.slice(0, -1) })

/** What has been written may be what others hold. */
function forget(held: Held, written: Place, { counts }: CodeScope): void {
  if (counts.length === 0) return
  const key = keyOf(written)
  for (const [other, { place }] of held) if (other !== key && canMeetAtOnce(written, place, counts)) held.delete(other)
}
