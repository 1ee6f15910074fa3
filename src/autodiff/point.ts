import type { Numbers } from './pass.ts'

/** A record by name that has no prototype. */
export function record<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  const made: Record<string, Value> = Object.create(null)
  for (const [name, value] of entries) made[name] = value
  return made
}

/** Numbers for named nodes, one by one. An unknown name is an error of the caller. */
export function eachNamed(
  numbers: Readonly<Numbers>,
  named: readonly { readonly name: string; readonly node: number }[],
  kind: string,
  take: (node: number, value: number) => void,
): void {
  let left = Object.keys(numbers).length
  for (const { name, node } of named) {
    if (left === 0) return
    if (!Object.hasOwn(numbers, name)) continue
    left--
    take(node, numbers[name])
  }
  if (left === 0) return
  const known = new Set(named.map(({ name }) => name))
  const unknown = Object.keys(numbers).filter((name) => !known.has(name))
  throw new Error(`The graph has no ${kind} named ${unknown.join(', ')}. It has: ${[...known].join(', ') || 'none'}.`)
}

/** The numbers of named nodes, by name. */
export function byName(
  numbers: Float64Array,
  named: readonly { readonly name: string; readonly node: number }[],
): Numbers {
  const made: Numbers = Object.create(null)
  for (const { name, node } of named) made[name] = numbers[node]
  return made
}
