import { scalar } from './arithmetic.ts'
import { Bytes } from './bytes.ts'
import { F64_TYPE, FunctionBody, I32 } from './functionBody.ts'

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]
const FUNCTION_TYPE = 0x60

/** What a module is made of. */
interface Parts {
  /** The functions of the primal pass, one after another. */
  readonly evaluate: readonly FunctionBody[]
  readonly pull: readonly FunctionBody[]
  /** By function of numbers that is called: how many it takes. */
  readonly called: readonly number[]
  /** Where the value of the output stands. */
  readonly result: number
}

/** By index in the section of types; functions of n numbers come after. */
const [PART, RESULT, ON_TAPE, OF_NUMBERS] = [0, 1, 2, 3]
const MOST_NUMBERS = 3

/** The bytes of a module of WebAssembly that exports both passes, as the specification of its binary format has them. */
export function moduleOf({ evaluate, pull, called, result }: Parts): Uint8Array<ArrayBuffer> {
  const imported = called.length + 2
  const own = [...evaluate, ...pull]
  const wholes = [whole(imported, evaluate.length, result), whole(imported + evaluate.length, pull.length, null)]
  const module = new Bytes()
  module.byte(...MAGIC)
  const section = (id: number, count: number, write: (bytes: Bytes) => void) => {
    const bytes = new Bytes()
    bytes.unsigned(count)
    write(bytes)
    module.byte(id)
    module.sized(bytes)
  }
  section(1, OF_NUMBERS + MOST_NUMBERS, (bytes) => {
    bytes.byte(FUNCTION_TYPE, 1, I32, 0)
    bytes.byte(FUNCTION_TYPE, 1, I32, 1, F64_TYPE)
    bytes.byte(FUNCTION_TYPE, 2, I32, I32, 0)
    for (let count = 1; count <= MOST_NUMBERS; count++)
      bytes.byte(FUNCTION_TYPE, count, ...new Array<number>(count).fill(F64_TYPE), 1, F64_TYPE)
  })
  section(2, imported + 1, (bytes) => {
    const types = [ON_TAPE, ON_TAPE, ...called.map((count) => OF_NUMBERS + count - 1)]
    for (const [i, type] of types.entries()) {
      bytes.name('')
      bytes.name(`${i}`)
      bytes.byte(0, type)
    }
    bytes.name('')
    bytes.name('memory')
    bytes.byte(2, 0, 1)
  })
  section(3, own.length + 2, (bytes) => bytes.byte(...own.map(() => PART), RESULT, PART))
  section(7, 2, (bytes) => {
    for (const [i, name] of ['evaluate', 'pull'].entries()) {
      bytes.name(name)
      bytes.byte(0)
      bytes.unsigned(imported + own.length + i)
    }
  })
  section(10, own.length + 2, (bytes) => {
    for (const body of [...own, ...wholes]) bytes.sized(body.written())
  })
  return module.written()
}

/** Calls functions one after another, and gives what stands at a place then. */
function whole(first: number, count: number, result: number | null): FunctionBody {
  const body = new FunctionBody()
  for (let i = 0; i < count; i++) {
    body.get(0)
    body.call(first + i)
  }
  if (result !== null) {
    body.get(0)
    scalar.load(body, result, false)
  }
  return body
}
