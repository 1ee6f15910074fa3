import { fileURLToPath } from 'node:url'
import { type Plugin, parseAst, runnerImport } from 'vite'
import type * as Registry from '../src/primitives/index.ts'

/**
 * The primitives as they run, with every operation counted: their modules are loaded with each arithmetic operator replaced
 * by a function that counts, and so is Math. What a record says of its cost is not looked at.
 */

/** Operators by sign, functions by name, as often as they ran. */
export type Log = Map<string, number>

let log: Log = new Map()

const note = (name: string): void => {
  log.set(name, (log.get(name) ?? 0) + 1)
}

/** What runs while `compute` does. */
export function logged(compute: () => unknown): Log {
  log = new Map()
  compute()
  return log
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
}

/** What copies a number: adding 0 to it, or multiplying it by ±1, which changes its sign at most. */
function isCopy(operator: string, a: number, b: number): boolean {
  if (operator === '*') return Math.abs(a) === 1 || Math.abs(b) === 1
  return operator === '+' && (a === 0 || b === 0)
}

function operate(operator: string, a: number, b: number): number {
  if (typeof a === 'number' && typeof b === 'number' && !isCopy(operator, a, b)) note(operator)
  return ARITHMETIC[operator](a, b)
}

const counted =
  (name: string, f: (...operands: number[]) => number) =>
  (...operands: number[]): number => {
    note(name)
    return f(...operands)
  }

const mathematics = Object.fromEntries(
  Object.getOwnPropertyNames(Math).map((name) => {
    const member = Math[name as keyof Math] as unknown
    return [name, typeof member === 'function' ? counted(name, member as never) : member]
  }),
)

Object.assign(globalThis, { $operate: operate, $counted: counted, $Math: mathematics })

interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

const isNode = (part: unknown): part is Node => typeof (part as Node | null)?.type === 'string'

/** The parts of a node, but for the head of a loop, which counts turns. */
function partsOf(node: Node): Node[] {
  if (node.type === 'ForStatement') return [node.body as Node]
  return Object.values(node).flat().filter(isNode)
}

/** Calls of `$operate` and `$Math` in place of operators and Math, wherever they stand. */
function editsOf(code: string, node: Node): Edit[] {
  const inner = partsOf(node).flatMap((part) => editsOf(code, part))
  if (node.type === 'Identifier' && node.name === 'Math') return [{ from: node.start, to: node.start, insert: '$' }]
  const [left, operator] = [node.left as Node, node.operator as string]
  if (node.type === 'BinaryExpression' && operator in ARITHMETIC) {
    const at = code.indexOf(operator, left.end)
    return [
      { from: node.start, to: node.start, insert: `$operate('${operator}', ` },
      ...inner,
      { from: at, to: at + operator.length, insert: ',' },
      { from: node.end, to: node.end, insert: ')' },
    ]
  }
  if (node.type === 'AssignmentExpression' && operator !== '=') {
    const target = code.slice(left.start, left.end)
    const at = code.indexOf(operator, left.end)
    const insert = `= $operate('${operator.slice(0, -1)}', ${target},`
    return [...inner, { from: at, to: at + operator.length, insert }, { from: node.end, to: node.end, insert: ')' }]
  }
  return inner
}

function instrumented(code: string): string {
  const edits = editsOf(code, parseAst(code) as unknown as Node)
  // Those at one place stay in their order: what ends there comes before what starts there.
  const ordered = edits.map((edit, i) => ({ ...edit, i })).sort((a, b) => a.from - b.from || a.i - b.i)
  let at = 0
  const pieces = ordered.map(({ from, to, insert }) => {
    const piece = code.slice(at, from) + insert
    at = to
    return piece
  })
  return pieces.join('') + code.slice(at)
}

/** What these modules give is one call each, as sin is, however it is computed. */
const AS_CALLS: Readonly<Record<string, readonly string[]>> = {
  'errorFunction.ts': ['erf', 'erfc', 'gaussian'],
  'gammaFunction.ts': ['lgamma', 'digamma', 'polygamma'],
}

function asCalls(id: string): string | null {
  const file = id.slice(id.lastIndexOf('/') + 1)
  const lines = AS_CALLS[file]?.map((name) => `export const ${name} = $counted('${name}', plain.${name})`)
  return lines ? [`import * as plain from './${file}?plain'`, ...lines].join('\n') : null
}

const counting: Plugin = {
  name: 'counting',
  enforce: 'post',
  load: asCalls,
  transform: (code, id) => (id.includes('/primitives/') && !id.endsWith('?plain') ? instrumented(code) : null),
}

export type Counted = Pick<typeof Registry, 'primitives' | 'arrayPrimitives'>

/** The registry, in modules of its own whose operations are counted. */
export async function countedPrimitives(): Promise<Counted> {
  const entry = fileURLToPath(new URL('./registry.ts', import.meta.url))
  const { module } = await runnerImport<Counted>(entry, { configFile: false, plugins: [counting] })
  return module
}
