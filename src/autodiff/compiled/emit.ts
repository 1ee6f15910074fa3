import { type Arithmetic, compute, fitsPairs, pairs, scalar } from './arithmetic.ts'
import { FunctionBody, I32 } from './functionBody.ts'
import { canMeet, canMeetAtOnce, inLoop, keyOf, moved, movingStrides, type Place } from './places.ts'
import type { Loop, OnTape, Sequence, Step, Structure, Structures } from './structure.ts'
import { lanesOf, loopsOfSum, type SummingNest } from './summing.ts'

/** Where a function has become so long, the next one begins: the browser compiles it whole. */
const LONG = 8_000
/** Loops of fewer turns are not worth two at a time. */
const LEAST_PAIRS = 4
/** Sums that grow side by side. */
const SUMS = 4

/** Calls of the plain tape, among the imported functions. */
export interface TapeCalls {
  readonly evaluate: number
  readonly pull: number
}

/** What stands around a place in the code: loops with their turns, and locals that hold what the strides add up to. */
interface Scope {
  readonly counts: readonly number[]
  /** By strides: a local, and what is to be taken from places that it serves. */
  readonly pointers: ReadonlyMap<string, { readonly local: number; readonly bias: number }>
}

const OUTSIDE: Scope = { counts: [], pointers: new Map([['', { local: 0, bias: 0 }]]) }

/** Numbers that locals hold, by the keys of their places. */
type Held = Map<string, { readonly local: number; readonly place: Place }>

/** The functions that do what a sequence says, one after another. */
export function functionsOf(sequence: Sequence, structures: Structures, tape: TapeCalls): FunctionBody[] {
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
  readonly #tape: TapeCalls
  /** Between loops: what has been read and written so far. */
  #held: Held = new Map()

  constructor(body: FunctionBody, tape: TapeCalls) {
    this.#body = body
    this.#tape = tape
  }

  write(structure: Structure, places: readonly Place[], scope: Scope = OUTSIDE): void {
    if (structure.kind === 'step') {
      this.#step(structure, places, scope, this.#held)
      return
    }
    this.#held = new Map()
    if (structure.kind === 'loop') this.#loop(structure, places, scope)
    else if (structure.kind === 'tape') this.#onTape(structure)
    else {
      this.#address(places[0], scope)
      this.#body.whole(this.#offset(places[0], scope))
      this.#body.code.byte(0x6a)
      this.#body.whole(0)
      this.#body.whole(structure.bytes)
      this.#body.code.byte(0xfc, 11, 0)
    }
    this.#held = new Map()
  }

  #onTape({ does, node }: OnTape): void {
    this.#body.get(0)
    this.#body.whole(node)
    this.#body.call(this.#tape[does])
  }

  #pointer({ strides }: Place, { pointers }: Scope) {
    return pointers.get(movingStrides(strides).join()) as { local: number; bias: number }
  }

  #address(place: Place, scope: Scope): void {
    this.#body.get(this.#pointer(place, scope).local)
  }

  #offset(place: Place, scope: Scope): number {
    return place.base - this.#pointer(place, scope).bias
  }

  /** Leaves the number at a place on the stack, and holds it from then on. */
  #read(place: Place, scope: Scope, held: Held, arithmetic: Arithmetic): void {
    const key = keyOf(place)
    const known = held.get(key)
    if (known) {
      this.#body.get(known.local)
      return
    }
    this.#load(place, scope, arithmetic)
    const local = this.#body.local(arithmetic.type)
    this.#body.tee(local)
    held.set(key, { local, place })
  }

  #load(place: Place, scope: Scope, arithmetic: Arithmetic): void {
    this.#address(place, scope)
    const isStill = scope.counts.length === 0 || place.strides[scope.counts.length - 1] === 0
    arithmetic.load(this.#body, this.#offset(place, scope), isStill)
  }

  /** `inLocals` are places that are written when the loop is over. */
  #step(
    step: Step,
    places: readonly Place[],
    scope: Scope,
    held: Held,
    arithmetic: Arithmetic = scalar,
    inLocals?: ReadonlySet<string>,
  ): void {
    if (step.guards > 0 || step.marks) {
      this.#guarded(step, places, scope, held)
      return
    }
    const [target] = places
    const key = keyOf(target)
    const isInLocal = inLocals?.has(key) ?? false
    if (!isInLocal) this.#address(target, scope)
    if (step.adds) this.#read(target, scope, held, arithmetic)
    compute(step.value, this.#body, arithmetic, (read) => this.#read(places[read], scope, held, arithmetic))
    if (step.adds) arithmetic.operation(this.#body, ADD)
    const local = held.get(key)?.local ?? this.#body.local(arithmetic.type)
    if (isInLocal) this.#body.set(local)
    else {
      this.#body.tee(local)
      arithmetic.store(this.#body, this.#offset(target, scope))
    }
    forget(held, target, scope)
    held.set(key, { local, place: target })
  }

  /** What depends on bytes: nothing is held across it. */
  #guarded(step: Step, places: readonly Place[], scope: Scope, held: Held): void {
    const [target] = places
    const first = 1 + step.reads
    for (const [i, guard] of places.slice(first, first + step.guards).entries()) {
      this.#byte(guard, scope)
      if (i > 0) this.#body.code.byte(0x71)
    }
    if (step.isRest) this.#body.code.byte(0x45)
    const inside = () => {
      const own: Held = new Map()
      this.#address(target, scope)
      if (step.adds) this.#read(target, scope, own, scalar)
      compute(step.value, this.#body, scalar, (read) => this.#read(places[read], scope, own, scalar))
      if (step.adds) scalar.operation(this.#body, ADD)
      scalar.store(this.#body, this.#offset(target, scope))
      if (!step.marks) return
      const mark = places[step.places - 1]
      this.#address(mark, scope)
      this.#body.whole(1)
      this.#body.memory([0x3a], 0, this.#offset(mark, scope))
    }
    if (step.guards > 0) this.#body.where(inside)
    else inside()
    forget(held, target, scope)
    held.delete(keyOf(target))
  }

  #byte(place: Place, scope: Scope): void {
    this.#address(place, scope)
    this.#body.memory([0x2d], 0, this.#offset(place, scope))
  }

  /** A loop of so many turns, whose body gets the places within it. */
  #turns(
    count: number,
    places: readonly Place[],
    strides: readonly number[],
    scope: Scope,
    body: (places: readonly Place[], scope: Scope) => void,
    before?: (places: readonly Place[], scope: Scope) => void,
  ): void {
    const within = inLoop(places, strides)
    const pointers = new Map(scope.pointers)
    const advancing: { local: number; by: number }[] = []
    for (const [i, { strides: all }] of within.entries()) {
      const key = all.join()
      if (strides[i] === 0 || pointers.has(key)) continue
      const outer = this.#pointer(places[i], scope)
      // A pointer starts at its least place, so that no address is below what an offset can reach.
      const back = strides[i] < 0 ? -strides[i] * (count - 1) : 0
      const local = this.#body.local(I32)
      this.#body.get(outer.local)
      if (back > 0) {
        this.#body.whole(back)
        this.#body.code.byte(0x6a)
      }
      this.#body.set(local)
      pointers.set(key, { local, bias: outer.bias + back })
      advancing.push({ local, by: strides[i] })
    }
    const inner: Scope = { counts: [...scope.counts, count], pointers }
    before?.(within, inner)
    this.#body.repeat(count, () => {
      body(within, inner)
      for (const { local, by } of advancing) this.#body.advance(local, by)
    })
  }

  #loop(loop: Loop, places: readonly Place[], scope: Scope): void {
    const nest = loopsOfSum(loop, places, scope.counts)
    if (nest) this.#sum(nest, scope)
    else if (loop.depth > 1)
      this.#turns(loop.count, places, loop.strides, scope, (within, inner) => {
        eachOf(loop.body, within, (structure, own) => this.write(structure, own, inner))
        this.#held = new Map()
      })
    else this.#innermost(loop, places, scope)
  }

  #innermost(loop: Loop, places: readonly Place[], scope: Scope): void {
    const steps: BodyStep[] = []
    eachOf(loop.body, places, (structure, own, from) => {
      steps.push({ structure, from, to: from + own.length })
    })
    const isPlain = steps.every(
      ({ structure }) => structure.kind === 'step' && structure.guards === 0 && !structure.marks,
    )
    if (!isPlain) {
      this.#turns(loop.count, places, loop.strides, scope, (within, inner) => {
        this.#held = new Map()
        for (const { structure, from, to } of steps) this.write(structure, within.slice(from, to), inner)
      })
      return
    }
    const within = inLoop(places, loop.strides)
    const uses = usesOf(steps, within, [...scope.counts, loop.count])
    if (
      loop.count >= LEAST_PAIRS &&
      steps.every(({ structure }) => fitsPairs((structure as Step).value)) &&
      isApart(uses)
    ) {
      const twice = loop.strides.map((stride) => 2 * stride)
      this.#steps(loop.count >> 1, steps, uses, places, twice, scope, pairs)
      const done = loop.count - (loop.count & 1)
      if (loop.count & 1)
        for (const { structure, from, to } of steps)
          this.#step(
            structure as Step,
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
    scope: Scope,
    arithmetic: Arithmetic,
  ): void {
    const kept: Held = new Map()
    const carried: { local: number; from: Place }[] = []
    const inLocals = new Set<string>()
    const start = (use: Use): number => {
      const local = this.#body.local(arithmetic.type)
      const { base, strides: all } = use.place
      const outer = { base, strides: all.slice(0, -1) }
      this.#address(outer, scope)
      arithmetic.load(this.#body, this.#offset(outer, scope), true)
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
    this.#turns(count, places, strides, scope, (within, inner) => {
      for (const { structure, from, to } of steps)
        this.#step(structure as Step, within.slice(from, to), inner, held, arithmetic, inLocals)
      for (const { from } of carried) this.#read(from, inner, held, arithmetic)
      for (const { local } of [...carried].reverse()) this.#body.set(local)
    })
    for (const { key, place } of uses.filter(({ key }) => inLocals.has(key))) {
      const outer = { base: place.base, strides: place.strides.slice(0, -1) }
      this.#address(outer, scope)
      this.#body.get((held.get(key) as { local: number }).local)
      arithmetic.store(this.#body, this.#offset(outer, scope))
    }
  }

  /** Sums that grow side by side in locals, as many as one reading of what they share serves. */
  #sum({ step, free, summed, places }: SummingNest, scope: Scope): void {
    const lanes = lanesOf(step, free)
    const across = lanes ?? free.reduce((a, b) => (b.count > a.count ? b : a))
    const outer = free.filter((loop) => loop !== across)
    const arithmetic = lanes ? pairs : scalar
    const tile = (from: readonly Place[], around: Scope, sums: number, by: Arithmetic) =>
      this.#tile(step, summed, from, across.strides, around, sums, by)
    const inside = (from: readonly Place[], around: Scope) => {
      let done = 0
      for (const [sums, by] of [
        [SUMS, arithmetic],
        [1, arithmetic],
        [1, scalar],
      ] as const) {
        const width = sums * by.lanes
        const count = Math.floor((across.count - done) / width)
        if (count === 0) continue
        const shifted = moved(from, (_, i) => done * across.strides[i])
        const strides = across.strides.map((stride) => stride * width)
        if (count === 1) tile(shifted, around, sums, by)
        else this.#turns(count, shifted, strides, around, (within, inner) => tile(within, inner, sums, by))
        done += count * width
      }
    }
    const nested = (loop: number, from: readonly Place[], around: Scope): void => {
      if (loop === outer.length) inside(from, around)
      else
        this.#turns(outer[loop].count, from, outer[loop].strides, around, (within, inner) =>
          nested(loop + 1, within, inner),
        )
    }
    nested(0, places, scope)
  }

  #tile(
    step: Step,
    summed: SummingNest['summed'],
    places: readonly Place[],
    across: readonly number[],
    scope: Scope,
    sums: number,
    arithmetic: Arithmetic,
  ): void {
    const [target] = places
    const width = arithmetic.lanes
    const at = (sum: number) => ({ ...target, base: target.base + sum * width * across[0] })
    const locals = Array.from({ length: sums }, () => this.#body.local(arithmetic.type))
    for (const [sum, local] of locals.entries()) {
      this.#address(at(sum), scope)
      arithmetic.load(this.#body, this.#offset(at(sum), scope), false)
      this.#body.set(local)
    }
    const shared = new Map<number, number>()
    const add = (from: readonly Place[], around: Scope) => {
      const read = (place: number, sum: number) => {
        const by = across[place]
        const known = shared.get(place)
        if (by === 0 && known !== undefined && sum > 0) {
          this.#body.get(known)
          return
        }
        const shifted = { ...from[place], base: from[place].base + sum * width * by }
        this.#address(shifted, around)
        arithmetic.load(this.#body, this.#offset(shifted, around), by === 0)
        if (by !== 0) return
        const local = known ?? this.#body.local(arithmetic.type)
        shared.set(place, local)
        this.#body.tee(local)
      }
      for (const [sum, local] of locals.entries()) {
        this.#body.get(local)
        compute(step.value, this.#body, arithmetic, (place) => read(place, sum))
        arithmetic.operation(this.#body, ADD)
        this.#body.set(local)
      }
    }
    const nested = (loop: number, from: readonly Place[], around: Scope): void => {
      if (loop === summed.length) add(from, around)
      else
        this.#turns(summed[loop].count, from, summed[loop].strides, around, (within, inner) =>
          nested(loop + 1, within, inner),
        )
    }
    nested(0, places, scope)
    for (const [sum, local] of locals.entries()) {
      this.#address(at(sum), scope)
      this.#body.get(local)
      arithmetic.store(this.#body, this.#offset(at(sum), scope))
    }
  }
}

const ADD = 0xa0

/** A step of a loop's body, and which of the loop's places are its own. */
interface BodyStep {
  readonly structure: Structure
  readonly from: number
  readonly to: number
}

function eachOf(
  body: readonly Structure[],
  places: readonly Place[],
  take: (structure: Structure, places: readonly Place[], from: number) => void,
): void {
  let from = 0
  for (const structure of body) {
    take(structure, places.slice(from, from + structure.places), from)
    from += structure.places
  }
}

/** What has been written may be what others hold. */
function forget(held: Held, written: Place, { counts }: Scope): void {
  if (counts.length === 0) return
  const key = keyOf(written)
  for (const [other, { place }] of held) if (other !== key && canMeetAtOnce(written, place, counts)) held.delete(other)
}

/** A place that a loop's body reads or writes. */
interface Use {
  readonly key: string
  readonly place: Place
  readonly isWritten: boolean
  /** Whether it is the same in each turn, and nothing else that is written can be there. */
  readonly stays: boolean
  /** What the turn before has written there, and nothing else has. */
  readonly carriedFrom: Place | null
  /** How far it moves with every turn. */
  readonly stride: number
  /** Whether another use may be there, at whatever turn, of which one is written. */
  readonly meets: boolean
}

function usesOf(steps: readonly BodyStep[], within: readonly Place[], counts: readonly number[]): Use[] {
  const found = new Map<string, { place: Place; isWritten: boolean; isRead: boolean }>()
  for (const { structure, from } of steps) {
    const { reads, adds } = structure as Step
    for (let i = 0; i <= reads; i++) {
      const place = within[from + i]
      const key = keyOf(place)
      const use = found.get(key) ?? { place, isWritten: false, isRead: false }
      found.set(key, use)
      if (i === 0) {
        // Written before it is ever read, it takes nothing from the turn before.
        use.isRead ||= adds && !use.isWritten
        use.isWritten = true
      } else use.isRead ||= !use.isWritten
    }
  }
  const all = [...found]
  const loop = counts.length - 1
  const written = all.filter(([, { isWritten }]) => isWritten)
  return all.map(([key, { place, isWritten, isRead }]) => {
    const stride = place.strides[loop]
    const rivals = (isWritten ? all : written).filter(
      ([other, use]) => other !== key && canMeet(place, use.place, counts, loop),
    )
    const writers = rivals.filter(([, use]) => use.isWritten)
    const [from] = writers
    const isBehind =
      isRead &&
      stride !== 0 &&
      writers.length === 1 &&
      from[1].place.strides.every((each, i) => each === place.strides[i]) &&
      from[1].place.base - stride === place.base
    return {
      ...{ key, place, isWritten, stride },
      stays: stride === 0 && rivals.length === 0,
      carriedFrom: isBehind ? from[1].place : null,
      meets: rivals.length > 0,
    }
  })
}

/** Whether the turns are independent of each other, and the numbers next to each other. */
const isApart = (uses: readonly Use[]): boolean =>
  uses.every(({ stride, isWritten, meets }) => !meets && (stride === 8 || (stride === 0 && !isWritten)))
