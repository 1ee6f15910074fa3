import fc from 'fast-check'

type Operation = 'add' | 'sub' | 'mul' | 'sin' | 'tanh' | 'max' | 'min'

/** A line of one operation: the graph is the text. */
interface FlatLine {
  readonly name: string
  readonly text: string
  readonly operation: Operation
  /** Names, and numbers as they are written. */
  readonly operands: readonly string[]
}

interface FlatInput {
  readonly name: string
  readonly role: '' | 'param' | 'data'
  readonly value: number
}

/** A program between numbers whose graph can be read off its lines. */
export interface FlatProgram {
  readonly source: string
  readonly inputs: readonly FlatInput[]
  readonly lines: readonly FlatLine[]
  /** What no line reads. */
  readonly outputs: readonly string[]
  readonly values: ReadonlyMap<string, number>
}

const FORMS: Readonly<Record<Operation, readonly [arity: number, write: string, value: (...x: number[]) => number]>> = {
  add: [2, 'a + b', (a, b) => a + b],
  sub: [2, 'a - b', (a, b) => a - b],
  mul: [2, 'a*b', (a, b) => a * b],
  sin: [1, 'sin(a)', Math.sin],
  tanh: [1, 'tanh(a)', Math.tanh],
  max: [2, 'max(a, b)', Math.max],
  min: [2, 'min(a, b)', Math.min],
}
const OPERATIONS = Object.keys(FORMS) as Operation[]
const ROLES = ['', 'param', 'data'] as const
/** No two of them are equal, so that no maximum has a tie. */
const VALUES = [1.3, -0.7, 0.45, 2.1]
const LITERAL = '2.5'

const isName = (operand: string): boolean => operand !== LITERAL

/** The edges between what is no constant, one for each place in which a line reads a name. */
export const edgesOf = ({ lines }: FlatProgram): (readonly [from: string, to: string])[] =>
  lines.flatMap(({ name, operands }) => operands.filter(isName).map((operand) => [operand, name] as const))

/** The edges along which a derivative can pass: to a maximum or minimum only from the operand that it is. */
export const liveEdgesOf = ({ lines, values }: FlatProgram): (readonly [from: string, to: string])[] =>
  lines.flatMap(({ name, operation, operands }) =>
    operands
      .filter(isName)
      .filter((operand) => !/max|min/.test(operation) || values.get(operand) === values.get(name))
      .map((operand) => [operand, name] as const),
  )

interface Plan {
  readonly roles: readonly number[]
  readonly lines: readonly (readonly [operation: number, a: number, b: number, hasLiteral: boolean])[]
}

function written({ roles, lines }: Plan): FlatProgram {
  const inputs = roles.map((role, i): FlatInput => ({ name: `x${i + 1}`, role: ROLES[role], value: VALUES[i] }))
  const values = new Map(inputs.map(({ name, value }) => [name, value]))
  const made: FlatLine[] = []
  const texts = new Set<string>()
  for (const [choice, a, b, hasLiteral] of lines) {
    const names = [...values.keys()]
    const operation = OPERATIONS[choice]
    const [arity, form, compute] = FORMS[operation]
    const [first, other] = [names[a % names.length], names[(b % 3 === 0 ? a : b) % names.length]]
    const isChoice = operation === 'max' || operation === 'min'
    const operands = arity === 1 ? [first] : [first, hasLiteral && !isChoice ? LITERAL : other]
    const text = form.replace(/\b[ab]\b/g, (slot) => operands[slot === 'a' ? 0 : 1])
    // A line that stands there already is one node with it.
    const isNothing = operation === 'sub' && first === operands[1]
    const value = compute(...operands.map((each) => values.get(each) ?? Number(each)))
    if (isNothing || texts.has(text) || [...values.values()].some((known) => !isChoice && known === value)) continue
    if (isChoice && values.get(first) === values.get(other)) continue
    texts.add(text)
    const name = `v${made.length + 1}`
    made.push({ name, text, operation, operands })
    values.set(name, value)
  }
  const read = new Set(made.flatMap(({ operands }) => operands))
  const source = [
    ...inputs.map(({ name, role, value }) => `${role} ${name} = ${value}`.trim()),
    ...made.map(({ name, text }) => `${name} = ${text}`),
  ].join('\n')
  return {
    source,
    inputs,
    lines: made,
    outputs: made.map(({ name }) => name).filter((name) => !read.has(name)),
    values,
  }
}

/** With so many lines at most. */
export const flatPrograms = (most: number): fc.Arbitrary<FlatProgram> =>
  fc
    .record({
      roles: fc.array(fc.nat(ROLES.length - 1), { minLength: 1, maxLength: VALUES.length }),
      lines: fc.array(fc.tuple(fc.nat(OPERATIONS.length - 1), fc.nat(99), fc.nat(99), fc.boolean()), {
        minLength: 1,
        maxLength: most,
      }),
    })
    .map(written)
    .filter(({ lines }) => lines.length > 0)
