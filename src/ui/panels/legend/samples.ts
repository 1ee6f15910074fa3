import type { Drawn, FigureKind } from '../../../picture/figure.ts'

const SCALAR = { output: false, shape: [], title: '', titleInFull: '' } as const

const figure = (kind: FigureKind, symbol: string): Drawn => ({ ...SCALAR, kind, symbol })

/** A figure of each kind, and what it stands for. */
export const FIGURE_KINDS: Readonly<Record<FigureKind, { readonly figure: Drawn; readonly says: string }>> = {
  input: { figure: figure('input', 'x'), says: 'input' },
  data: { figure: figure('data', 't'), says: 'data: an input that training leaves alone; the head of a table' },
  param: { figure: figure('param', 'w'), says: 'parameter: an input that training changes; the knob of a slider' },
  constant: { figure: figure('constant', ''), says: 'constant; most are written into their operation, as + 1' },
  primitive: { figure: figure('primitive', 'sin'), says: 'operation, with a rule for its derivative' },
  module: { figure: figure('module', 'neuron'), says: 'module: several operations drawn as one, to be opened' },
}

export const OUTPUT: Drawn = { ...figure('primitive', '+'), output: true }
export const PRODUCT: Drawn = figure('primitive', '×')
export const SMALL: Drawn = { ...figure('input', 'W'), shape: [2, 2] }
export const LARGE: Drawn = { ...figure('input', 'X'), shape: [2, 5] }
/** Entries of the large one: large, small, negative, no number. */
export const ENTRIES = [3, 1.5, 0.4, 2.2, 0, -3, -0.8, 0.2, Number.NaN, -1.5]
