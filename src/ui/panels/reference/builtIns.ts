import { PRELUDE } from '../../../graph/resolve/prelude.ts'
import { generators } from '../../../primitives/index.ts'

/** What the language comes with besides operations, and a program in which it can be tried. */
export interface BuiltIn {
  readonly name: string
  readonly group: 'making arrays' | 'layers and losses'
  /** How it is called, or the whole definition. */
  readonly usage: string
  readonly meaning: string
  readonly program: string
}

/** Numbers for what a generator’s usage only names. */
const GIVEN: readonly (readonly [RegExp, string])[] = [
  [/\bvalue\b/, '0.5'],
  [/\bseed\b/, '1'],
  [/\ba, b, n\b/, '0, 1, 5'],
]

const applied = (usage: string): string => GIVEN.reduce((call, [name, number]) => call.replace(name, number), usage)

const OPERANDS: Readonly<Record<string, string>> = {
  x: '[[1, 2], [-1, 0.5]]',
  W: '[[1, 0, -1], [2, 1, 0]]',
  b: '[0.5, 0, 1]',
  h: '[[0.1, 0, -0.2], [0, 0.3, 0.4]]',
  U: '[[1, 0, 0], [0.5, 1, 0], [0, -1, 1]]',
  p: '[1.5, 0, 2]',
  q: '[0.8, 0.3, 0.6]',
  delta: '1',
  z: '[[2, 1, -1], [0, 1, 3]]',
  y: '[1, 0, 1]',
  k: '[0, 2]',
}
/** The labels of scores are one-hot. */
const LABELS = '[[1, 0, 0], [0, 0, 1]]'

function layerProgram(call: string): string {
  const parameters = call.slice(call.indexOf('(') + 1, -1).split(', ')
  const inputs = parameters.map(
    (name) => `${name} = ${name === 'y' && parameters.includes('z') ? LABELS : OPERANDS[name]}`,
  )
  return [...inputs, `f = ${call}`].join('\n')
}

export const builtIns: readonly BuiltIn[] = [
  ...generators.map(({ name, usage, meaning }) => ({
    ...{ name, usage, meaning, group: 'making arrays' as const },
    program: `x = ${applied(usage)}\nf = sum(x^2)`,
  })),
  ...PRELUDE.map(({ definition, meaning }) => {
    const [call] = definition.split(' = ')
    return {
      ...{ name: call.slice(0, call.indexOf('(')), usage: definition, meaning, group: 'layers and losses' as const },
      program: layerProgram(call),
    }
  }),
]
