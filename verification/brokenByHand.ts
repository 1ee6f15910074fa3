import { entriesOf, type Nested, shaped, shapeOf } from './nested.ts'
import { big } from './oracle.ts'
import { ProgramText } from './programText.ts'

/**
 * The first name whose adjoint an engine with a bug gets wrong: written out over the text, entry by entry. An operand may
 * lack axes that the other one begins with; nothing else is broadcast here.
 */
export function firstWrong(program: ProgramText, bug: string): string {
  const text = new ProgramText(program.lines.map(operationByOperation).join('\n'))
  const names = [...text.inputs, ...text.definitions.map(([name]) => name)]
  const [output] = text.outputs
  const known = valuesFor(text, bug)
  const adjoints = new Map([[output, [bug === 'unseeded' ? 0 : 1]]])
  for (const name of orderFor(text, names, output, bug)) {
    const right = text.derivative(output, name)[0]
    const found = adjoints.get(name) ?? right.map(() => 0)
    if (!right.every((number, i) => Math.abs(found[i] - number) <= 1e-9 * Math.max(1, Math.abs(number)))) return name
    if (!adjoints.has(name)) continue
    const jacobians = jacobiansOf(text, name, bug, known)
    for (const [slot, read] of readingsOf(text, name).entries()) {
      const term = comingBack(found, jacobians[slot])
      const before = bug === 'assigns' ? undefined : adjoints.get(read)
      adjoints.set(read, before ? term.map((number, i) => before[i] + number) : term)
    }
  }
  throw new Error(`${bug} changes nothing`)
}

/** A sum of something that has no name yet is two lines. */
function operationByOperation([name, value, isConstant]: ProgramText['lines'][number]): string {
  const [, summed] = /^sum\((.*\W.*)\)$/.exec(value) ?? []
  if (summed !== undefined) return `summed = ${summed}\n${name} = sum(summed)`
  return `${isConstant ? 'const ' : ''}${name} = ${value}`
}

/** The adjoint, as a row, times the Jacobian. */
const comingBack = (adjoint: readonly number[], jacobian: readonly (readonly number[])[]): number[] =>
  jacobian[0].map((_, entry) => jacobian.reduce((sum, row, i) => sum + adjoint[i] * row[entry], 0))

/** Of a line by each of its operands, as the engine has them. */
function jacobiansOf(text: ProgramText, line: string, bug: string, known: (name: string) => Nested): number[][][] {
  const right = readingsOf(text, line).map((_, slot) => jacobianOf(text, line, slot, known))
  if (/^sum\(/.test(new Map(text.definitions).get(line) ?? '')) return right
  const partials = right.map((rows) => rows.map((row, i) => (bug === 'skipped' ? 1 : row[i % row.length])))
  if (bug === 'other' && partials.length === 2) partials.reverse()
  return right.map((rows, slot) =>
    rows
      .map((row, i) => row.map((_, entry) => (i % row.length === entry ? partials[slot][i] : 0)))
      .slice(0, bug === 'unsummed' ? rows[0].length : rows.length),
  )
}

/** The names that a line reads, slot by slot, but for constants: nothing comes back to these. */
function readingsOf(text: ProgramText, line: string): string[] {
  const names = new Set(text.lines.flatMap(([name, , isConstant]) => (isConstant ? [] : [name])))
  const value = new Map(text.definitions).get(line) ?? ''
  return (value.match(/[a-z]\w*/gi) ?? []).filter((each) => names.has(each))
}

/** What the partials read: the values, those with each input 1 lower, or the inputs’ alone. */
function valuesFor(text: ProgramText, bug: string): (name: string) => Nested {
  if (bug === 'forgetful')
    return (name) => (text.inputs.includes(name) ? text.valueOf(name) : changed(text.valueOf(name), () => 0))
  if (bug !== 'stale') return (name) => text.valueOf(name)
  const before = new Map(text.inputs.map((name) => [name, changed(text.valueOf(name), (x) => x - 1)]))
  return (name) => text.valueOf(name, before)
}

const changed = (value: Nested, change: (x: number) => number): Nested =>
  shaped(
    shapeOf(value),
    entriesOf(value).map((x) => big(change(Number(x)))),
  )

/** By differences, in a program of its own in which each reading has its own name. */
function jacobianOf(text: ProgramText, line: string, slot: number, known: (name: string) => Nested): number[][] {
  const readings = readingsOf(text, line)
  let next = 0
  const value = (new Map(text.definitions).get(line) ?? '').replace(/[a-z]\w*/gi, (each) =>
    readings.includes(each) ? `p${next++}` : each,
  )
  const constants = text.lines.flatMap(([name, number, isConstant]) =>
    isConstant ? [`const ${name} = ${number}`] : [],
  )
  const operands = new Map(readings.map((read, i) => [`p${i}`, known(read)]))
  const inputs = [...operands.keys()].map((name) => `${name} = 0`)
  try {
    return new ProgramText([...constants, ...inputs, `r = ${value}`].join('\n')).derivative('r', `p${slot}`, operands)
  } catch {
    // The function has no real value there.
    return [[Number.NaN]]
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
