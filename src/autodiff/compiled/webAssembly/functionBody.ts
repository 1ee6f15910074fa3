import { Bytes } from './bytes.ts'

/** Types of values in WebAssembly. */
export const I32 = 0x7f
export const F64_TYPE = 0x7c
export const V128 = 0x7b

const NO_RESULT = 0x40
/** Instructions of control, of locals, and on whole numbers. */
const [LOOP, IF, END, BR_IF, CALL] = [0x03, 0x04, 0x0b, 0x0d, 0x10]
const [LOCAL_GET, LOCAL_SET, LOCAL_TEE, I32_CONST, F64_CONST] = [0x20, 0x21, 0x22, 0x41, 0x44]
const I32_SUB = 0x6b
export const [I32_EQZ, I32_ADD, I32_AND] = [0x45, 0x6a, 0x71]

/** The code of one function, with its locals. Its only parameter, local 0, is where the numbers of a gradient start. */
export class FunctionBody {
  readonly code = new Bytes()
  readonly #locals: number[] = []

  local(type: number): number {
    return this.#locals.push(type)
  }

  get(local: number): void {
    this.code.byte(LOCAL_GET)
    this.code.unsigned(local)
  }

  set(local: number): void {
    this.code.byte(LOCAL_SET)
    this.code.unsigned(local)
  }

  tee(local: number): void {
    this.code.byte(LOCAL_TEE)
    this.code.unsigned(local)
  }

  whole(value: number): void {
    this.code.byte(I32_CONST)
    this.code.signed(value)
  }

  float(value: number): void {
    this.code.byte(F64_CONST)
    this.code.float(value)
  }

  call(index: number): void {
    this.code.byte(CALL)
    this.code.unsigned(index)
  }

  /** The instruction, and the offset that is added to the address; alignment is a hint. */
  memory(instruction: readonly number[], alignment: number, offset: number): void {
    this.code.byte(...instruction, alignment)
    this.code.unsigned(offset)
  }

  /** local += value */
  advance(local: number, value: number): void {
    if (value === 0) return
    this.get(local)
    this.whole(value)
    this.code.byte(I32_ADD)
    this.set(local)
  }

  /** So many turns. */
  repeat(turns: number, body: () => void): void {
    const counter = this.local(I32)
    this.whole(turns)
    this.set(counter)
    this.code.byte(LOOP, NO_RESULT)
    body()
    this.get(counter)
    this.whole(1)
    this.code.byte(I32_SUB)
    this.tee(counter)
    this.code.byte(BR_IF, 0, END)
  }

  /** Where the whole number on the stack is not 0. */
  where(body: () => void): void {
    this.code.byte(IF, NO_RESULT)
    body()
    this.code.byte(END)
  }

  /** As a module has it, with its length before it. */
  written(): Bytes {
    const groups: [number, number][] = []
    for (const type of this.#locals) {
      const last = groups.at(-1)
      if (last?.[1] === type) last[0]++
      else groups.push([1, type])
    }
    const body = new Bytes()
    body.unsigned(groups.length)
    for (const [count, type] of groups) {
      body.unsigned(count)
      body.byte(type)
    }
    body.append(this.code)
    body.byte(END)
    return body
  }
}
