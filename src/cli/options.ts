import { PANES } from '../trace/position.ts'

/** An option of the command line: a switch, or what it takes. */
export interface CliOption {
  /** What stands for its value in the help; undefined for a switch. */
  readonly takes?: string
  /** The values that it may have. */
  readonly of?: readonly string[]
  /** Without a value it has this one. */
  readonly usual?: string
  /** It is a number in these bounds. */
  readonly least?: number
  readonly most?: number
  readonly isWhole?: boolean
  readonly says: string
}

const oneOf = (of: readonly string[], says: string, usual?: string): CliOption => ({
  takes: of.join('|'),
  of,
  says,
  usual,
})
const given = (takes: string, says: string): CliOption => ({ takes, says })
const whole = (least: number, most: number, says: string): CliOption => ({
  takes: 'N',
  least,
  most,
  isWhole: true,
  says,
})

/** What is written; one of them is named. */
export const FORMAT_OPTIONS = {
  svg: { says: 'the picture as SVG, letters as outlines' },
  png: { says: 'the picture as PNG' },
  tikz: { says: 'the picture as TikZ, for LaTeX' },
  typst: { says: 'the picture for Typst' },
  dot: { says: 'the graph for Graphviz' },
  trace: oneOf(['markdown', 'latex', 'csv'], 'the evaluation trace as a table; Markdown if not said', 'markdown'),
  solution: oneOf(
    ['markdown', 'latex', 'csv', 'html'],
    'every step with its numbers; Markdown if not said',
    'markdown',
  ),
  code: oneOf(['pytorch', 'jax', 'numpy', 'typescript'], 'a program that gives the same numbers'),
  json: { says: 'outputs, Jacobian, and what the pass knows of each node' },
} as const satisfies Readonly<Record<string, CliOption>>
export type FormatOption = keyof typeof FORMAT_OPTIONS

const WHICH = {
  mode: oneOf(['forward', 'reverse', 'compare'], 'the modes that are shown; both if not said'),
  pass: given('NAME', 'the pass: primal, or the input or output that it is seeded with'),
  step: whole(0, 999_999_999, 'completed steps of the pass, of the first one if none is named; all if not said'),
  steps: oneOf(['all'], 'a file for each step, of the pass if one is named, in the folder --out'),
  link: given('LINK', 'the moment of a link, #v=1&…; what other options say comes first'),
  lang: oneOf(['python', 'gradual'], 'what the program is written in, where it is not recognised'),
  open: { says: 'functions that the program calls are opened' },
} satisfies Readonly<Record<string, CliOption>>

const LOOKS = {
  theme: oneOf(['light', 'dark', 'projector'], 'light if not said'),
  width: whole(100, 10_000, 'the room that the picture may take, in px; 1000 if not said'),
  height: whole(100, 10_000, '600 if not said'),
  scale: { takes: 'N', least: 0.25, most: 8, says: 'pixels of the PNG for each px; 2 if not said' },
  font: given('FILE', 'a font for letters in the PNG that are not of Latin or Greek'),
  direction: oneOf(['right', 'up'], 'where the graph leads; what suits the room if not said'),
  panes: oneOf(PANES, 'how both modes share the picture; on one graph if not said'),
} satisfies Readonly<Record<string, CliOption>>

const REST = {
  out: given('FILE', 'where it is written; stdout if not said'),
  help: { says: 'says this' },
  version: { says: 'says the version' },
} satisfies Readonly<Record<string, CliOption>>

/** As the help lists them. */
export const OPTION_GROUPS: Readonly<Record<string, Readonly<Record<string, CliOption>>>> = {
  'What is written, one of': FORMAT_OPTIONS,
  'Which moment': WHICH,
  'How it looks': LOOKS,
  Besides: REST,
}

export const OPTIONS: Readonly<Record<string, CliOption>> = Object.assign({}, ...Object.values(OPTION_GROUPS))
export type OptionName = FormatOption | keyof typeof WHICH | keyof typeof LOOKS | keyof typeof REST
