import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/core.ts'
import { memoryOf } from '../../src/costs/memory.ts'
import type { AnswerKind } from '../../src/lessons/lesson.ts'
import { type AskedQuestion, askedIn } from '../../src/lessons/questions/asked.ts'
import { type AskedAt, settingOf } from '../../src/lessons/questions/setting.ts'
import { arrayPrograms } from '../arrayPrograms.ts'
import { countBySecondCounter, type Four } from '../costs.ts'
import { evaluatorOf } from '../evaluate.ts'
import { primalOf } from '../fixtures/compiled.ts'
import { shapeOf } from '../nested.ts'
import { edgesOf, type FlatProgram, flatPrograms, liveEdgesOf } from './flatPrograms.ts'

const SEED = 20_261_130

interface Asking {
  readonly kind?: AnswerKind
  readonly moment?: AskedAt
  readonly choices?: readonly string[]
}

const OPTIONS = { open: new Set<number>(), holdsData: true }
let last = { source: '', compiled: compile('', OPTIONS) }

/** A question as a lesson asks it; why it cannot be asked. */
function asking(source: string, of: string, { kind = 'count', moment = {}, choices = [] }: Asking = {}) {
  if (last.source !== source) last = { source, compiled: compile(source, OPTIONS) }
  const setting = settingOf(source, last.compiled, moment)
  if (!setting) throw new Error(source)
  return askedIn(setting, { question: '', kind, of, choices: [...choices] })
}

function asked(source: string, of: string, options: Asking = {}): AskedQuestion {
  const found = asking(source, of, options)
  if ('says' in found) throw new Error(`${of} in\n${source}\n${found.says}`)
  return found
}

/** Right is this count, and neither more nor less. */
function expectCount(source: string, of: string, count: number, moment: AskedAt = {}): void {
  const { judge } = asked(source, of, { moment })
  const verdicts = [count - 1, count, count + 1].filter((n) => n >= 0).map((n) => judge(String(n)).verdict)
  expect(verdicts, `${of}: ${count} in\n${source}`).toEqual(
    count > 0 ? ['wrong', 'right', 'wrong'] : ['right', 'wrong'],
  )
}

/** Of these choices one is right. */
function expectChoice(source: string, of: string, right: string, choices: readonly string[]): void {
  const { judge } = asked(source, of, { kind: 'choice', choices })
  const judged = choices.filter((choice) => judge(choice).verdict === 'right')
  expect(judged, `${of} in\n${source}`).toEqual([right])
}

const eachOf = (most: number, runs: number, holds: (program: FlatProgram) => void): void =>
  fc.assert(fc.property(flatPrograms(most), holds), { seed: SEED, numRuns: runs, endOnFailure: true })

const namesIn = ({ inputs, lines }: FlatProgram): string[] => [...inputs, ...lines].map(({ name }) => name)

/** What can be reached from a name along edges. */
function reachedFrom(start: string, edges: readonly (readonly [string, string])[]): Set<string> {
  const reached = new Set([start])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const [from, to] of edges) if (reached.has(from)) reached.add(to)
  }
  return reached
}

const turned = (edges: readonly (readonly [string, string])[]) => edges.map(([from, to]) => [to, from] as const)

function permutations(count: number): number[][] {
  if (count === 0) return [[]]
  return permutations(count - 1).flatMap((each) =>
    Array.from({ length: count }, (_, at) => [...each.slice(0, at), count - 1, ...each.slice(at)]),
  )
}

/** The inputs that passes are seeded with: data are given, unless there is nothing else. */
function seededIn({ inputs }: FlatProgram): string[] {
  const moving = inputs.filter(({ role }) => role !== 'data')
  return (moving.length > 0 ? moving : inputs).map(({ name }) => name)
}

describe('keys that count, over random programs whose lines are their nodes', () => {
  it('operations are the lines that compute something', () => {
    eachOf(9, 150, (program) => expectCount(program.source, 'operations', program.lines.length))
  })

  it('orders are the permutations in which each node comes after its operands', () => {
    const permuted = Array.from({ length: 8 }, (_, count) => permutations(count))
    eachOf(6, 120, (program) => {
      const names = namesIn(program)
      if (names.length > 7) return
      const edges = edgesOf(program).map(([from, to]) => [names.indexOf(from), names.indexOf(to)])
      const orders = permuted[names.length].filter((places) => edges.every(([from, to]) => places[from] < places[to]))
      expectCount(program.source, 'orders', orders.length)
    })
  })

  it('contributions are the places that read a node on the way to the output and pass something back', () => {
    let several = 0
    eachOf(9, 90, (program) => {
      const [edges, [output]] = [liveEdgesOf(program), program.outputs]
      const coming = reachedFrom(output, turned(edges))
      for (const name of namesIn(program)) {
        const moment: AskedAt = { mode: 'reverse', pass: output, step: 0 }
        const count = edges.filter(([from, to]) => from === name && coming.has(to)).length
        const isTwice = edgesOf(program).some((edge, i, all) =>
          all.slice(i + 1).some(([a, b]) => edge[0] === a && edge[1] === b && a === name),
        )
        if (isTwice && count > 1) several++
        if (coming.has(name)) expectCount(program.source, `contributions ${name}`, count, moment)
        else expect(asking(program.source, `contributions ${name}`, { moment })).toHaveProperty('says')
      }
    })
    expect(several).toBeGreaterThan(10)
  })

  it('passes and sweeps are those of the inputs or outputs, and of one that is added', () => {
    eachOf(9, 40, (program) => {
      const [d, c] = [seededIn(program).length, program.outputs.length]
      for (const [of, count] of [
        ['passes forward', d],
        ['passes reverse', c],
        ['passes forward with input', d + 1],
        ['passes forward with output', d],
        ['passes reverse with input', c],
        ['passes reverse with output', c + 1],
        ['sweeps forward', d + 1],
        ['sweeps reverse', c + 1],
      ] as const)
        expectCount(program.source, of, count)
    })
  })

  it('entries are empty in rows and columns that no pass of the scene has filled', () => {
    eachOf(9, 40, (program) => {
      const { source, outputs } = program
      const seeded = seededIn(program)
      const all = seeded.length * outputs.length
      for (const [k, input] of seeded.entries()) {
        const at = (mode: AskedAt['mode']): AskedAt => ({ mode, pass: input, step: 99, wrt: input })
        expectCount(source, 'empty entries', all - (k + 1) * outputs.length, at('forward'))
      }
      for (const [k, output] of outputs.entries()) {
        const at: AskedAt = { mode: 'reverse', pass: output, step: 99, out: output }
        expectCount(source, 'empty entries', all - (k + 1) * seeded.length, at)
      }
      // One pass of each mode: they cross in one entry.
      const at: AskedAt = { mode: 'compare', pass: seeded[0], step: 99, wrt: seeded[0], out: outputs[0] }
      expectCount(source, 'empty entries', (seeded.length - 1) * (outputs.length - 1), at)
    })
  })

  it('operations of a mode are those of a second counter over the text, and fewer of them are faster', () => {
    const total = (counts: readonly Four[]): number => counts.flat().reduce((a, b) => a + b, 0)
    const found = new Map<string, number>()
    eachOf(9, 80, (program) => {
      const source = program.source.replace(/^data /gm, '')
      const { values, partials, forward, reverse } = countBySecondCounter(source, {})
      const [ahead, back] = [forward, reverse].map((passes) => total([values, partials, ...passes]))
      expectCount(source, 'operations forward', ahead)
      expectCount(source, 'operations reverse', back)
      const faster = ahead === back ? 'the same' : ahead < back ? 'forward' : 'reverse'
      expectChoice(source, 'faster', faster, ['forward', 'reverse', 'the same'])
      found.set(faster, (found.get(faster) ?? 0) + 1)
    })
    for (const each of ['forward', 'reverse', 'the same']) expect(found.get(each), each).toBeGreaterThan(2)
  })

  it('parameters are the entries of what has the word before it', () => {
    const shapes = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        shapes,
        fc.array(fc.constantFrom('param', 'data', ''), { minLength: 4, maxLength: 4 }),
        (each, roles) => {
          const inputs = each.map(
            (shape, i) => `${roles[i]} x${i} = ${shape.length > 0 ? `ones(${shape.join(', ')})` : '1'}`,
          )
          const source = [...inputs, `f = ${each.map((_, i) => `sum(x${i}*x${i})`).join(' + ')}`].join('\n')
          const sizes = each.map((shape) => shape.reduce((a, b) => a * b, 1))
          const count = sizes.reduce((sum, size, i) => sum + (roles[i] === 'param' ? size : 0), 0)
          if (count > 0) expectCount(source, 'parameters', count)
          else expect(asking(source, 'parameters')).toHaveProperty('says')
        },
      ),
      { seed: SEED, numRuns: 60 },
    )
  })
})

describe('keys that are shapes', () => {
  it('are those of the values, by an evaluation of the text; of a derivative the output’s first', () => {
    const isWhole = (name: string) => /^[a-z]\w*$/.test(name)
    let different = 0
    const property = fc.property(arrayPrograms, ({ source }) => {
      const { graph } = compile(source)
      const evaluate = evaluatorOf(source)
      const ends = (of: readonly { readonly name: string }[] = []) =>
        of
          .map(({ name }) => name)
          .filter(isWhole)
          .slice(0, 2)
      for (const output of ends(graph?.outputs))
        for (const input of ends(graph?.inputs)) {
          const [rows, columns] = evaluate([output, input], new Map()).map(shapeOf)
          const shape = (lengths: readonly number[]) => `(${lengths.join(', ')})`
          const isRight = (of: string, given: readonly number[]) =>
            expect(asked(source, of, { kind: 'shape' }).judge(shape(given)), `${of} in\n${source}`).toEqual({
              verdict: 'right',
            })
          isRight(`shape ${output}`, rows)
          isRight(`shape ${input}`, columns)
          isRight(`shape of derivative ${output} ${input}`, [...rows, ...columns])
          if (rows.join() !== columns.join()) different++
          const entry = (name: string, lengths: readonly number[]) =>
            lengths.length > 0 ? `${name}[${lengths.map((n) => n - 1)}]` : name
          const [one, other] = [entry(output, rows), entry(input, columns)]
          isRight(`shape of derivative ${one} ${input}`, columns)
          isRight(`shape of derivative ${output} ${other}`, rows)
          const size = (lengths: readonly number[]) => lengths.reduce((a, b) => a * b, 1)
          expectCount(source, `entries of derivative ${output} ${input}`, size(rows) * size(columns))
          expectCount(source, `entries of derivative ${one} ${input}`, size(columns))
          expectCount(source, `entries of derivative ${output} ${other}`, size(rows))
        }
    })
    fc.assert(property, { seed: SEED, numRuns: 10, endOnFailure: true })
    expect(different).toBeGreaterThan(8)
  })
})

describe('keys that are nodes', () => {
  it('next is the next line that the pass reaches: ahead from the input, back from the output', () => {
    eachOf(9, 30, (program) => {
      const { source, outputs } = program
      const names = namesIn(program)
      const [input] = seededIn(program)
      const [live, [output]] = [liveEdgesOf(program), outputs]
      const [ahead, back] = [reachedFrom(input, live), reachedFrom(output, turned(live))]
      for (const [moment, order] of [
        [{ mode: 'forward', pass: 'primal' }, names],
        [{ mode: 'reverse', pass: 'primal' }, names],
        [{ mode: 'forward', pass: input }, names.filter((name) => ahead.has(name))],
        [{ mode: 'reverse', pass: output }, names.filter((name) => back.has(name)).reverse()],
      ] as const)
        for (const [step, next] of order.entries()) {
          const { judge } = asked(source, 'next', { kind: 'node', moment: { ...moment, step } })
          const right = names.filter((name) => judge(name).verdict === 'right')
          expect(right, `step ${step} of ${JSON.stringify(moment)} in\n${source}`).toEqual([next])
        }
    })
  })

  it('a maximum sends its adjoint to the largest operand, a minimum to the smallest, and to all that tie', () => {
    eachOf(9, 150, ({ source, lines, values }) => {
      for (const { name, operation, operands } of lines) {
        if (operation !== 'max' && operation !== 'min') continue
        const { judge } = asked(source, `routed ${name}`, { kind: 'node' })
        for (const operand of operands) {
          const isChosen =
            values.get(operand) === Math[operation](...operands.map((each) => values.get(each) ?? Number.NaN))
          expect(judge(operand).verdict, `${operand} of ${name} in\n${source}`).toBe(isChosen ? 'right' : 'wrong')
        }
      }
    })
    const { judge } = asked('a = 2\nb = 2\nc = 1\nf = max(a, b, c)', 'routed f', { kind: 'node' })
    expect(['a', 'b', 'a, b', 'a, b, c'].map((given) => judge(given).verdict)).toEqual([
      'wrong',
      'wrong',
      'right',
      'wrong',
    ])
  })

  it('roles are the words before inputs', () => {
    eachOf(4, 60, ({ source, inputs }) => {
      for (const role of ['param', 'data', 'input'] as const) {
        const [of, others] = [true, false].map((is) =>
          inputs.filter((each) => (each.role === (role === 'input' ? '' : role)) === is).map(({ name }) => name),
        )
        if (of.length === 0) {
          expect(asking(source, `role ${role}`, { kind: 'node' })).toHaveProperty('says')
          continue
        }
        const [one, all] = [`role ${role}`, `role ${role} all`].map((word) => asked(source, word, { kind: 'node' }))
        for (const name of of) {
          expect(one.judge(name).verdict).toBe('right')
          expect(all.judge(name).verdict).toBe(of.length === 1 ? 'right' : 'wrong')
        }
        for (const name of others) expect(one.judge(name).verdict).toBe('wrong')
        expect(all.judge(of.join(', ')).verdict).toBe('right')
      }
    })
  })
})

describe('keys that are choices', () => {
  it('a cycle is there where union-find closes one, arrows left aside', () => {
    const found = new Map<string, number>()
    eachOf(4, 200, (program) => {
      const root = new Map<string, string>(namesIn(program).map((name) => [name, name]))
      const rootOf = (name: string): string => (root.get(name) === name ? name : rootOf(root.get(name) ?? name))
      let closes = false
      for (const [from, to] of edgesOf(program)) {
        if (rootOf(from) === rootOf(to)) closes = true
        root.set(rootOf(from), rootOf(to))
      }
      const right = closes ? 'undirected' : 'none'
      found.set(right, (found.get(right) ?? 0) + 1)
      expectChoice(program.source, 'cycle', right, ['undirected', 'directed', 'none'])
    })
    expect(Math.min(...found.values())).toBeGreaterThan(20)
  })

  it('of three matrices the cheaper bracketing follows from their sizes', () => {
    const SIDES = ['from the output side', 'from the input side', 'no difference']
    const lengths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 })
    const found = new Set<string>()
    const property = fc.property(lengths, ([n0, n1, n2, n3]) => {
      const matrix = (rows: number, columns: number) =>
        `[${Array.from({ length: rows }, (_, i) => `[${Array.from({ length: columns }, (_, j) => i + 2 * j + 1.5)}]`)}]`
      const source = [
        `const A = ${matrix(n1, n0)}`,
        `const B = ${matrix(n2, n1)}`,
        `const C = ${matrix(n3, n2)}`,
        `x = [${Array.from({ length: n0 }, (_, i) => i + 1)}]`,
        ...['y = A @ x', 'z = B @ y', 'f = C @ z'],
      ].join('\n')
      const [left, right] = [n3 * n2 * n1 + n3 * n1 * n0, n2 * n1 * n0 + n3 * n2 * n0]
      const token = SIDES[left === right ? 2 : left < right ? 0 : 1]
      found.add(token)
      expectChoice(source, 'cheaper bracketing f x', token, SIDES)
    })
    fc.assert(property, { seed: SEED, numRuns: 60, endOnFailure: true })
    expect(found.size).toBe(3)
  })

  it('less memory is told by the lives of numbers, counted by hand', () => {
    const numbered = (count: number, write: (i: number) => string) =>
      Array.from({ length: count }, (_, i) => write(i + 1))
    const chain = (n: number) => ['v0 = 1', ...numbered(n, (i) => `v${i} = sin(v${i - 1})`)].join('\n')
    const sum = (d: number) =>
      [...numbered(d, (i) => `x${i} = ${i}`), `f = ${numbered(d, (i) => `x${i}`).join(' + ')}`].join('\n')
    for (const [source, forward, reverse, right] of [
      // Ahead two neighbours, each with its tangent. Back all values, with two adjoints: partials read them.
      [chain(1), 4, 4, 'the same'],
      [chain(2), 4, 5, 'forward'],
      [chain(7), 4, 10, 'forward'],
      // Back no value but the output’s, an adjoint of each input and of one sum. Ahead the inputs, which later passes read
      // again, the output’s value and two sums, each with its tangent: of three numbers the second sum is the output.
      [sum(3), 7, 5, 'reverse'],
      [sum(5), 10, 7, 'reverse'],
    ] as const) {
      const peaks = (['forward', 'reverse'] as const).map((mode) => memoryOf(primalOf(source), mode).peak)
      expect(peaks, source).toEqual([forward, reverse])
      expectChoice(source, 'less memory', right, ['forward', 'reverse', 'the same'])
    }
  })
})
