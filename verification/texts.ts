import fc from 'fast-check'
import { examples } from '../src/examples/examples.ts'
import { programs } from './programs.ts'

/** What the language can say, in a few lines; and what people paste. */
const FEATURES = [
  'x = -0; y = 1e-3 # inputs\nparam w = pi/4\ndata t = .5\nconst k = 3.\noutput f = w*t^k\noutput x',
  'g(a, b) = a*b + 1\nh(a) = g(a, 2)^2\nx = 1\ny = h(x) + g(x, x)\nh(3)',
  'f(x1, x2) = sin(x1) + x1*x2\nf(2, 3)',
  'x = 2\n-x^2 + 2^3^2 - 2^-1 + 2e3 - 2e^x\n1/2x + 2(x+1) + (x)(x)',
  'x = 1\nf = where(x <= 2, max(x, 3, 4), logsumexp(x, 2)) + (x == 1)*(x != 2) - clip(x, 0, 1)',
  'α = 1\nβ₂ = 2\nf = α·β₂ − 3×α² ÷ π',
  'x = 1\nf = np.sin(x) + torch.tanh(x) + jnp.exp(x) - math.sqrt(x) ** 2',
  'x = 1\nf = (x\n + 2\n)*[x - 1]',
  'x = [1, 2]\nparam W = [[1, -2],\n [.5, 3]]\nb = [0, 1]\nh = tanh(W @ x + b)\nf = sum(h*x) + h[0] - W[1, ::2][-1]',
  'W = randn((2, 3), 7)\nf = sum(W.T @ W,\n  axis=0, keepdims=True)\ng = W[:, 1:3]ᵀ @ softmax(W[0, 0:2])',
]

const TEXTS: readonly string[] = [
  ...FEATURES,
  ...examples.map(({ program }) => program),
  ...fc.sample(programs, { seed: 7, numRuns: 60 }).map(({ source }) => source),
]

const WORD = /[\p{L}_][\p{L}\p{N}_]*|\d+(?:\.\d*)?|\s+|./gsu
const NUMBERS = ['0', '1', '-2', '2.5', '.5', '1e3', '1e-300', '1e400', '007', '(1/0)']
const OPERATORS = ['+', '-', '*', '@', '/', '^', ' < ', ' == ', '·', '**']
const FUNCTIONS = ['sin', 'exp', 'log', 'sqrt', 'relu', 'abs', 'floor', '-', '2']
const NAMES = ['x', 'x1', 'y', 'f', 'k', 'e', 'pi', 'new_name', 'π', 'Ω']
const HOSTILE = [
  ...[
    '(',
    ')',
    '))',
    '[',
    ']',
    '[]',
    '[0]',
    '[::-1]',
    '[1, 2]',
    '{',
    '}',
    ',',
    ';',
    '=',
    '==',
    ':=',
    '+=',
    '//',
    '#',
    '.',
    '..',
    '.T',
    'ᵀ',
    ', axis=0',
    '.sum()',
    ':',
    '@',
    '!',
    '\\',
    '"',
    "'",
  ],
  ...[
    '1.2.3',
    '1e',
    '0x1F',
    '1_000',
    '--',
    '^^',
    '²³',
    '⁻',
    '₁',
    '√',
    '∞',
    '⩽',
    '＝',
    'np.',
    'math.sin',
    'x y',
    'sin x',
  ],
  ...[
    '__proto__',
    'constructor(1)',
    'toString',
    'output ',
    'param ',
    'const ',
    'data x',
    'lambda x: x',
    'def f(x):',
    'sin()',
  ],
  ...[
    '\u0000',
    '\ud800',
    '\udc00',
    '😀',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\u2028',
    'e\u0301',
    '\r',
    '\r\n',
    '\t',
    '\n\n',
    '  ',
  ],
]

/** What is done to the word at hand, with a number to choose by. */
type Mutation = (words: string[], at: number, choice: number) => void

const choose = (from: readonly string[], choice: number): string => from[choice % from.length]

/** The first word from there on, around the end, that is of the kind. */
function find(words: readonly string[], at: number, kind: RegExp): number {
  const order = words.map((_, i) => (at + i) % words.length)
  return order.find((i) => kind.test(words[i])) ?? at % words.length
}

const replaceWord =
  (kind: RegExp, by: (word: string, choice: number) => string): Mutation =>
  (words, at, choice) => {
    const found = find(words, at, kind)
    words[found] = by(words[found], choice)
  }

const onLines =
  (change: (lines: string[], at: number) => void): Mutation =>
  (words, at) => {
    const lines = words.join('').split('\n')
    change(lines, at % lines.length)
    words.splice(0, words.length, ...(lines.join('\n').match(WORD) ?? ['']))
  }

const A_NUMBER = /^\d/
const AN_OPERATOR = /^[-+*/]$/
const A_NAME = /^\p{L}/u

const mild: readonly Mutation[] = [
  replaceWord(A_NUMBER, (_, choice) => choose(NUMBERS, choice)),
  replaceWord(A_NUMBER, (word, choice) => `${choose(FUNCTIONS, choice)}(${word})`),
  replaceWord(A_NUMBER, (word, choice) => `${word}${choose(OPERATORS, choice)}${choose(NAMES, choice)}`),
  replaceWord(AN_OPERATOR, (_, choice) => choose(OPERATORS, choice)),
  replaceWord(/^\)$/, (word, choice) => `${word}${choose(OPERATORS, choice)}${choose(NUMBERS, choice)}`),
  replaceWord(A_NAME, (_, choice) => choose(NAMES, choice)),
  onLines((lines, at) => lines.splice(at, 1)),
  onLines((lines, at) => lines.push(...lines.splice(at, 1))),
  onLines((lines, at) => lines.splice(at, 0, '', '# a comment')),
]

const wild: readonly Mutation[] = [
  (words, at, choice) => words.splice(at % words.length, 0, choose(HOSTILE, choice)),
  (words, at, choice) => words.splice(at % words.length, (choice % 4) + 1),
  (words, at, choice) => words.splice(at % words.length, 1, choose(HOSTILE, choice)),
  (words, at) => words.splice(at % words.length),
  (words, at, choice) => words.splice(choice % words.length, 0, ...words.slice(at % words.length)),
  (words, at, choice) =>
    words.splice(at % words.length, choice % 9, ...words.slice(at % words.length, (at % words.length) + 9).reverse()),
  onLines((lines, at) => lines.push(lines[at])),
]

interface Change {
  readonly isWild: boolean
  readonly mutation: number
  readonly at: number
  readonly choice: number
}

function mutated(text: string, changes: readonly Change[]): string {
  const words = text.match(WORD) ?? ['']
  for (const { isWild, mutation, at, choice } of changes) {
    const mutations = isWild ? wild : mild
    mutations[mutation % mutations.length](words, at, choice)
    if (words.length === 0) words.push('')
  }
  return words.join('')
}

const anyNumber = fc.nat({ max: 9999 })

const mutations = (isWild: fc.Arbitrary<boolean>, most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...TEXTS),
      fc.array(fc.record({ isWild, mutation: anyNumber, at: anyNumber, choice: anyNumber }), {
        minLength: 1,
        maxLength: most,
      }),
    )
    .map(([text, changes]) => mutated(text, changes))

const words = fc.constantFrom(...HOSTILE, ...NUMBERS, ...OPERATORS, ...FUNCTIONS, ...NAMES, '(', ')', ' = ', '\n')

/** Programs with mild mistakes or none, some with wild ones, a few random words, a few random characters. */
export const texts: fc.Arbitrary<string> = fc.noBias(
  fc.oneof(
    { weight: 6, arbitrary: mutations(fc.constant(false), 2) },
    { weight: 3, arbitrary: mutations(fc.boolean(), 5) },
    { weight: 1, arbitrary: fc.array(words, { maxLength: 25 }).map((each) => each.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  ),
)
