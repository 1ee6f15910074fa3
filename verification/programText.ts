import type { BigNumber } from 'mathjs'
import { evaluatorOf } from './evaluate.ts'
import { entriesOf, type Nested } from './nested.ts'
import { big } from './oracle.ts'

/** A step of differences in 64 digits. */
const STEP = big(1e-20)

/** What a program says, line by line. */
export class ProgramText {
  readonly lines: readonly (readonly [name: string, value: string, isConstant: boolean])[]
  readonly #evaluate: ReturnType<typeof evaluatorOf>

  constructor(source: string) {
    this.lines = source.split('\n').map((line) => {
      const [, constant, name, value] = /^(const )?(\w+) = (.+)$/.exec(line) ?? []
      return [name, value, constant !== undefined]
    })
    this.#evaluate = evaluatorOf(source)
  }

  get inputs(): string[] {
    return this.lines.flatMap(([name, value, isConstant]) => (isConstant || /[a-z]/i.test(value) ? [] : [name]))
  }

  get definitions(): (readonly [string, string])[] {
    return this.lines.flatMap(([name, value]) => (/[a-z]/i.test(value) ? [[name, value] as const] : []))
  }

  get outputs(): string[] {
    return this.definitions.map(([name]) => name).filter((name) => this.readingsOf(name) === 0)
  }

  /** How often lines read a name. */
  readingsOf(name: string): number {
    return this.definitions.flatMap(([, value]) => value.match(/[a-z]\w*/gi) ?? []).filter((each) => each === name)
      .length
  }

  valueOf(name: string, at: ReadonlyMap<string, Nested> = new Map()): Nested {
    return this.#evaluate([name], at)[0]
  }

  /** Entries of the one by entries of the other, by central differences; what else is held is given. */
  derivative(of: string, by: string, held: ReadonlyMap<string, Nested> = new Map()): number[][] {
    const point = this.valueOf(by, held)
    const columns = entriesOf(point).map((_, i) => {
      const moved = (sign: number) => entriesOf(this.valueOf(of, new Map([...held, [by, withEntry(point, i, sign)]])))
      const [above, below] = [moved(1), moved(-1)]
      return above.map((x, row) => Number(x.minus(below[row]).div(STEP.times(2))))
    })
    return columns[0].map((_, row) => columns.map((column) => column[row]))
  }

  /** A line with every other one written into it, down to the inputs; sigmoid by a function that mathjs differentiates. */
  formula(name: string): string {
    const value = new Map(this.definitions).get(name)
    if (value === undefined) return name
    const written = value.replace(/[a-z]\w*(?!\w*\()/gi, (each) => `(${this.formula(each)})`)
    return written.replace(/^sigmoid\((.*)\)$/, '(1 + tanh(($1)/2))/2')
  }

  /** The local partial: every name but the node's own is held. */
  partial(of: string, by: string): number {
    const held = new Map(
      this.lines.map(([name]) => [name, this.valueOf(name)] as const).filter(([name]) => name !== of),
    )
    return this.derivative(of, by, held)[0][0]
  }
}

/** The array with one entry moved by a step. */
function withEntry(value: Nested, place: number, sign: number): Nested {
  let at = 0
  const walk = (part: Nested): Nested =>
    Array.isArray(part) ? part.map(walk) : at++ === place ? (part as BigNumber).plus(STEP.times(sign)) : part
  return walk(value)
}
