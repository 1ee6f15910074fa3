import { atom, written } from '../../../notation/expression.ts'
import type { DerivativeKind } from '../../../notation/formulas.ts'
import { latexNotation } from '../../../notation/latex.ts'
import { displayAdjoint, displayTangent, latexName } from '../../../notation/names.ts'
import { exact } from '../../../notation/numbers.ts'
import { shapeLabel, shapeName } from '../../../notation/shapes.ts'
import { spokenNotation } from '../../../notation/spoken.ts'
import { type EdgeRule, type Fixed, isArrayPrimitive, type Operation } from '../../../primitives/arrayPrimitive.ts'
import { readFormula } from '../../../primitives/formula.ts'
import { attributesOf, operandNames, planOf, viewsOf } from '../../../primitives/index.ts'
import { reduces } from '../../../primitives/plan.ts'
import type { Shape } from '../../../primitives/shape.ts'
import { type Attributes, isMismatch } from '../../../primitives/wiring.ts'
import type { SpokenFormula } from './typeset.ts'

/** Operands of given shapes, and what a call of them fixes. */
export interface SampleOperands {
  readonly shapes: readonly Shape[]
  readonly fixed: Fixed
}

const NOTHING: Fixed = { operands: [], keywords: new Map() }

const REDUCTION: readonly SampleOperands[] = [
  { shapes: [[2, 3]], fixed: NOTHING },
  { shapes: [[2, 3]], fixed: { operands: [], keywords: new Map([['axis', 0]]) } },
]

/** Whether an operation is shown by what it does to arrays, not by its partials. */
export const isOfArrays = (operation: Operation): boolean =>
  isArrayPrimitive(operation) || (reduces(operation) && operation.arity.most === 1)

/** Shapes that it takes. A subscript's are its own, since its brackets are no operands. */
function samplesOf(operation: Operation): readonly SampleOperands[] {
  if (!isArrayPrimitive(operation)) return REDUCTION
  return operation.samples.map(({ shapes, fixed = NOTHING }) => ({ shapes, fixed }))
}

const attributesIn = (operation: Operation, { fixed }: SampleOperands): Attributes => {
  if (operation.name === 'index') return { index: [{ at: 0 }] }
  const attributes = attributesOf(operation, fixed)
  return typeof attributes === 'string' ? {} : attributes
}

/** The sample whose rules are shown: matrices where there are any. */
const shownSample = (operation: Operation): SampleOperands => {
  const samples = samplesOf(operation)
  return samples.find(({ shapes }) => shapes.every(({ length }) => length === 2)) ?? samples[0]
}

/** What an operation does along one edge. */
export interface EdgeRules {
  readonly operand: string
  readonly structure: string
  /** ẋ ↦ v̇ and v̄ ↦ x̄; a string where only words say it. */
  readonly push: SpokenFormula | string
  readonly pull: SpokenFormula | string
}

/** The rules for each operand, at the sample that is shown. */
export function rulesOf(operation: Operation): readonly EdgeRules[] {
  const sample = shownSample(operation)
  const names = operandNames(operation, sample.shapes.length)
  const attributes = attributesIn(operation, sample)
  const plan = planOf(operation, sample.shapes, attributes)
  const valueRank = isMismatch(plan) ? 0 : plan.shape.length
  return names.slice(0, MOST_OPERANDS).map((operand, slot) => {
    const { structure, push, pull } = viewsOf(operation, slot, sample.shapes, attributes)
    const edge = { sample, names, operand, valueRank }
    return {
      ...{ operand, structure: structure.replaceAll('.T', 'ᵀ') },
      ...{ push: typesetRule(push, 'tangent', edge), pull: typesetRule(pull, 'adjoint', edge) },
    }
  })
}

/** Of an operation that takes any number of operands all edges are alike. */
const MOST_OPERANDS = 2

/** The edge of which a rule is, and at which sample. */
interface Edge {
  readonly sample: SampleOperands
  readonly names: readonly string[]
  readonly operand: string
  readonly valueRank: number
}

/** v̇ += …, what an edge gives to a tangent, or x̄ += …, to an adjoint. */
function typesetRule(rule: EdgeRule, kind: DerivativeKind, edge: Edge): SpokenFormula | string {
  const { operand } = edge
  const isTangent = kind === 'tangent'
  if ('words' in rule)
    return `${isTangent ? displayTangent('v') : displayAdjoint(operand)} += ${inWords(rule.words, operand)}`
  const tree = readFormula(rule.formula).tree
  const latex = written(tree, { ...latexNotation((name) => atom(latexOf(name, operand))), rank: rankIn(edge) }).text
  const speech = written(
    tree,
    spokenNotation((name) => atom(spokenOf(name, operand))),
  ).text
  return {
    latex: `${isTangent ? latexName('v', '\\dot') : latexName(operand, '\\bar')} \\mathrel{+}= ${latex}`,
    speech: `The ${isTangent ? 'tangent of v' : `adjoint of ${operand}`} gets ${speech}`,
  }
}

const latexOf = (name: string, operand: string): string =>
  name === 't' ? latexName(operand, '\\dot') : name === 'a' ? latexName('v', '\\bar') : latexName(name)

const spokenOf = (name: string, operand: string): string =>
  name === 't' ? `the tangent of ${operand}` : name === 'a' ? 'the adjoint of v' : name

const inWords = (words: string, operand: string): string =>
  words.replace(/\bt\b/g, displayTangent(operand)).replace(/\ba\b/g, displayAdjoint('v'))

const rankIn =
  ({ sample: { shapes }, names, operand, valueRank }: Edge) =>
  (name: string): number => {
    if (name === 'a' || name === 'v') return valueRank
    return shapes[names.indexOf(name === 't' ? operand : name)]?.length ?? 0
  }

/** `2×3 and 3×4 give 2×4`, for each sample. */
export const shapesShown = (operation: Operation): readonly string[] =>
  [...new Set(samplesOf(operation).flatMap((sample) => shapesLine(operation, sample) ?? []))].slice(0, MOST_SHAPES)

const MOST_SHAPES = 4

function shapesLine(operation: Operation, sample: SampleOperands): string | null {
  const plan = planOf(operation, sample.shapes, attributesIn(operation, sample))
  if (isMismatch(plan)) return null
  const fixed = fixedText(sample.fixed)
  const operands = sample.shapes.map(named).join(', ')
  return `${operands}${fixed && `, ${fixed}`} → ${named(plan.shape)}`
}

const named = (shape: Shape): string => shapeLabel(shape) || shapeName(shape)

const fixedText = ({ text, operands, keywords }: Fixed): string =>
  [
    ...(text === undefined ? [] : [`'${text}'`]),
    ...operands.map(exact),
    ...[...keywords].map(([name, value]) => `${name}=${exact(value)}`),
  ]
    .join(', ')
    .replace(/,(?! )/g, ', ')

/** A program that applies it, to numbers that tell entries apart. */
export function arrayProgram(operation: Operation): string {
  const sample = shownSample(operation)
  const names = operandNames(operation, sample.shapes.length)
  const inputs = names.map((name, slot) => `${name} = ${literal(sample.shapes[slot], slot)}`)
  return [...inputs, `f = ${application(operation, names, sample.fixed)}`].join('\n')
}

function literal(shape: Shape, from: number): string {
  if (shape.length === 0) return String(from + 1)
  const [length, ...rest] = shape
  return `[${Array.from({ length }, (_, i) => literal(rest, from + i * (rest.length > 0 ? length : 1))).join(', ')}]`
}

function application(operation: Operation, names: readonly string[], fixed: Fixed): string {
  if (operation.operator) return names.join(` ${operation.operator} `)
  if (operation.name === 'index') return `${names[0]}[0]`
  const others = fixedText(fixed)
  const listed = fixed.text === undefined ? [...names, ...(others ? [others] : [])] : [others, ...names]
  return `${operation.name}(${listed.join(', ')})`
}
