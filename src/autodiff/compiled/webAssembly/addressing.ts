import { inLoop, movingStrides, type Place } from '../places.ts'
import type { NestedLoop } from '../summing.ts'
import type { LaneArithmetic } from './arithmetic.ts'
import { type FunctionBody, I32, I32_ADD } from './functionBody.ts'

/** What stands around a place in the code: loops with their turns, and locals that hold what the strides add up to. */
export interface CodeScope {
  readonly counts: readonly number[]
  /** By strides: a local, and what is to be taken from places that it serves. */
  readonly pointers: ReadonlyMap<string, { readonly local: number; readonly bias: number }>
}

export const OUTSIDE: CodeScope = { counts: [], pointers: new Map([['', { local: 0, bias: 0 }]]) }

/** Addresses of places in a function, whose pointers move on with the loops around. */
export class Addressing {
  readonly body: FunctionBody

  constructor(body: FunctionBody) {
    this.body = body
  }

  /** Reads the number at a place, the same one for all lanes if it is `spread`. */
  load(place: Place, scope: CodeScope, arithmetic: LaneArithmetic, spread: boolean): void {
    this.address(place, scope)
    arithmetic.load(this.body, this.offset(place, scope), spread)
  }

  /** Writes what `compute` leaves on the stack. */
  store(place: Place, scope: CodeScope, arithmetic: LaneArithmetic, compute: () => void): void {
    this.address(place, scope)
    compute()
    arithmetic.store(this.body, this.offset(place, scope))
  }

  /** Leaves what an offset is added to on the stack. */
  address(place: Place, scope: CodeScope): void {
    this.body.get(pointerOf(place, scope).local)
  }

  offset(place: Place, scope: CodeScope): number {
    return place.base - pointerOf(place, scope).bias
  }

  /** Loops within each other. */
  nested(
    loops: readonly NestedLoop[],
    places: readonly Place[],
    scope: CodeScope,
    write: (places: readonly Place[], scope: CodeScope) => void,
  ): void {
    const [loop, ...inner] = loops
    if (!loop) write(places, scope)
    else
      this.turns(loop.count, places, loop.strides, scope, (within, around) => this.nested(inner, within, around, write))
  }

  /** A loop of so many turns, whose body is written with the places within it. */
  turns(
    count: number,
    places: readonly Place[],
    strides: readonly number[],
    scope: CodeScope,
    write: (places: readonly Place[], scope: CodeScope) => void,
  ): void {
    const within = inLoop(places, strides)
    const pointers = new Map(scope.pointers)
    const advancing: { local: number; by: number }[] = []
    for (const [i, { strides: all }] of within.entries()) {
      const key = all.join()
      if (strides[i] === 0 || pointers.has(key)) continue
      const outer = pointerOf(places[i], scope)
      // A pointer starts at its least place, so that no address is below what an offset can reach.
      const back = strides[i] < 0 ? -strides[i] * (count - 1) : 0
      const local = this.body.local(I32)
      this.body.get(outer.local)
      if (back > 0) {
        this.body.whole(back)
        this.body.code.byte(I32_ADD)
      }
      this.body.set(local)
      pointers.set(key, { local, bias: outer.bias + back })
      advancing.push({ local, by: strides[i] })
    }
    const inner: CodeScope = { counts: [...scope.counts, count], pointers }
    this.body.repeat(count, () => {
      write(within, inner)
      for (const { local, by } of advancing) this.body.advance(local, by)
    })
  }
}

const pointerOf = ({ strides }: Place, { pointers }: CodeScope) =>
  pointers.get(movingStrides(strides).join()) as { readonly local: number; readonly bias: number }
