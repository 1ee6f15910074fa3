import type { Nested } from './nested.ts'
import { big } from './oracle.ts'
import { ProgramText } from './programText.ts'

/** The first name whose adjoint an engine with a bug gets wrong: written out over the text, number by number. */
export function firstWrong(text: ProgramText, bug: string): string {
  const names = [...text.inputs, ...text.definitions.map(([name]) => name)]
  const [output] = text.outputs
  const known = valuesFor(text, bug)
  const adjoints = new Map<string, number>([[output, bug === 'unseeded' ? 0 : 1]])
  for (const name of orderFor(text, names, output, bug)) {
    const number = adjoints.get(name) ?? 0
    const right = text.derivative(output, name)[0][0]
    if (!(Math.abs(number - right) <= 1e-9 * Math.max(1, Math.abs(right)))) return name
    if (!adjoints.has(name)) continue
    const readings = readingsOf(text, name)
    const partials = readings.map((_, slot) => partialOf(text, name, slot, known))
    if (bug === 'other' && partials.length === 2) partials.reverse()
    for (const [slot, read] of readings.entries()) {
      const term = number * (bug === 'skipped' ? 1 : partials[slot])
      adjoints.set(read, bug === 'assigns' ? term : (adjoints.get(read) ?? 0) + term)
    }
  }
  throw new Error(`${bug} changes nothing`)
}

/** The names that a line reads, slot by slot. */
function readingsOf(text: ProgramText, line: string): string[] {
  const names = new Set(text.lines.map(([name]) => name))
  const value = new Map(text.definitions).get(line) ?? ''
  return (value.match(/[a-z]\w*/gi) ?? []).filter((each) => names.has(each))
}

/** What the partials read: the values, those with each input 1 lower, or the inputs’ alone. */
function valuesFor(text: ProgramText, bug: string): (name: string) => Nested {
  if (bug === 'forgetful') return (name) => (text.inputs.includes(name) ? text.valueOf(name) : big(0))
  if (bug !== 'stale') return (name) => text.valueOf(name)
  const before = new Map(text.inputs.map((name) => [name, big(Number(text.valueOf(name)) - 1)]))
  return (name) => text.valueOf(name, before)
}

/** By differences, in a program of its own in which each reading has its own name. */
function partialOf(text: ProgramText, line: string, slot: number, known: (name: string) => Nested): number {
  const readings = readingsOf(text, line)
  let next = 0
  const value = (new Map(text.definitions).get(line) ?? '').replace(/[a-z]\w*/gi, (each) =>
    readings.includes(each) ? `p${next++}` : each,
  )
  const inputs = readings.map((read, i) => `p${i} = ${Number(known(read))}`)
  try {
    return new ProgramText([...inputs, `r = ${value}`].join('\n')).derivative('r', `p${slot}`)[0][0]
  } catch {
    // The function has no real value there.
    return Number.NaN
  }
}

function orderFor(text: ProgramText, names: readonly string[], output: string, bug: string): string[] {
  if (bug === 'opposite') return [...names]
  if (bug !== 'early') return [...names].reverse()
  const order: string[] = []
  for (let level = [output]; level.length > 0; ) {
    order.push(...level)
    const next = new Set(level.flatMap((name) => readingsOf(text, name)))
    level = [...names].reverse().filter((name) => next.has(name) && !order.includes(name))
  }
  return order
}
