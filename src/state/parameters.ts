import type { Change, Input } from '../core.ts'
import type { Compilation } from './compilation.ts'

interface Marked {
  readonly names: readonly string[]
  readonly changes: readonly Change[]
}

/** What to write so that the inputs that are numbers, and nothing else yet, can be learnt; in Python that is for its author. */
export function asParameters({
  inputs,
  source,
  language,
}: Pick<Compilation, 'inputs' | 'source' | 'language'>): Marked {
  if (language === 'python') return { names: [], changes: [] }
  const marked = inputs.flatMap((input) => {
    const change = input.role === null && typeof input.value === 'number' ? marking(input, source) : null
    return change ? [{ name: input.name, change }] : []
  })
  return { names: marked.map(({ name }) => name), changes: marked.map(({ change }) => change) }
}

/** Null for an input that no line of its own defines, as of a call with numbers. */
function marking({ name, literal, value }: Input, source: string): Change | null {
  if (!literal) return { from: 0, to: 0, insert: `param ${name} = ${value}\n` }
  const line = 1 + Math.max(...['\n', ';'].map((end) => source.lastIndexOf(end, literal.from - 1)))
  const from = line + source.slice(line).search(/\S/)
  const isOwn = source.startsWith(name, from) && /^\s*=/.test(source.slice(from + name.length))
  return isOwn ? { from, to: from, insert: 'param ' } : null
}
