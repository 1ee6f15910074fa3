import { type Diagnostic, error } from '../language/diagnostic.ts'
import { replacing } from '../language/edits.ts'
import { operandsOf, postorder } from '../language/postorder.ts'
import { printExpression } from '../language/print.ts'
import type { Expression, Span } from '../language/syntax.ts'
import { FormulaReader } from './formula.ts'
import { type FormulaText, formulasIn } from './formulas.ts'
import { inside, mathNodes, Unread } from './mathNode.ts'
import type { MathToken } from './mathToken.ts'
import { mathTokens } from './mathTokens.ts'
import { LatexNames, type RunningIndex } from './names.ts'

/** What LaTeX says, as a program of the language. */
export interface ReadLatex {
  /** null where something in it is not read. */
  readonly program: string | null
  /** What is not read, and where in the LaTeX. */
  readonly unread: readonly Diagnostic[]
}

/** Longer texts are none that formulas are pasted from. */
const MOST_LETTERS = 20_000

/**
 * Reads LaTeX formulas, a definition each: `f = \frac{1}{1 + e^{-z}}`, `J(\theta) = …`, or a formula alone. A letter is a
 * name, bold and transposed ones are arrays, Σ over an index is a sum over vectors. Never throws: what is not read is named.
 */
export function readLatex(source: string): ReadLatex {
  if (source.length > MOST_LETTERS)
    return refused('This is more LaTeX than is read here. Paste single formulas.', source)
  const formulas = formulasIn(source)
  if (formulas.length === 0) return refused('There is no formula here.', source)
  const names = new LatexNames()
  for (let round = 0; ; round++) {
    const { found } = names
    const unread: Diagnostic[] = []
    const lines = formulas.flatMap((formula) => {
      try {
        return [lineOf(formula, names)]
      } catch (problem) {
        unread.push(whyUnread(problem, formula))
        return []
      }
    })
    // What one formula tells of a name holds for those before it too.
    if (names.found > found && round < MOST_ROUNDS) continue
    return { program: unread.length > 0 ? null : [...names.lines(), ...lines].join('\n'), unread }
  }
}

const MOST_ROUNDS = 20

/** What there is to say of a program text that is LaTeX: the program that it stands for, or what in it is not read. */
export function latexProblems(source: string): readonly Diagnostic[] {
  const { program, unread } = readLatex(source)
  if (program === null) return unread
  const whole = { from: 0, to: source.length }
  const fix = { label: 'Write this program', changes: [replacing(whole, program)], preview: program }
  return [
    error(
      whole,
      'This is LaTeX. It says the following; letters without a value are 1, and arrays have a few numbers.',
      fix,
    ),
  ]
}

const refused = (message: string, source: string): ReadLatex => ({
  program: null,
  unread: [error({ from: 0, to: source.length }, message)],
})

function whyUnread(problem: unknown, formula: FormulaText): Diagnostic {
  if (problem instanceof Unread) {
    const { from, to } = problem.at
    const isPlace = from <= to && from >= formula.from && to <= formula.to
    return error(isPlace ? problem.at : formula, problem.message)
  }
  // Brackets that nest too deeply end KaTeX and the reader alike.
  if (problem instanceof RangeError) return error(formula, 'This formula nests too deeply to be read here.')
  throw problem
}

/** A line of the program: a definition, a function, or an expression alone. */
function lineOf(formula: FormulaText, names: LatexNames): string {
  const tokens = tokensOf(formula)
  const equals = tokens.findIndex((token) => token.kind === 'operator' && token.text === '=')
  const colon = tokens[equals - 1]
  if (equals < 0) return printExpression(new FormulaReader(tokens, formula.from, names, [], formula).value().expression)
  const isAssigned = colon?.kind === 'operator' && colon.text === ':'
  const left = tokens.slice(0, isAssigned ? equals - 1 : equals)
  return definitionOf(left, tokens.slice(equals + 1), formula, names)
}

function tokensOf(formula: FormulaText): MathToken[] {
  try {
    return mathTokens(mathNodes(formula.text), formula.from)
  } catch (problem) {
    if (problem instanceof Unread && problem.at.to <= formula.text.length && !isPlaced(problem.at, formula))
      throw new Unread(problem.message, { from: problem.at.from + formula.from, to: problem.at.to + formula.from })
    throw problem
  }
}

const isPlaced = ({ from }: Span, formula: FormulaText): boolean => from >= formula.from && formula.from > 0

function definitionOf(
  left: readonly MathToken[],
  right: readonly MathToken[],
  formula: FormulaText,
  names: LatexNames,
): string {
  const [name, ...rest] = left
  if (name?.kind !== 'letter' && name?.kind !== 'word')
    throw new Unread('On the left of “=” a name stands.', name ?? formula)
  const running = indexOf(name, names)
  const head = new FormulaReader([running ? { ...name, sub: null } : name], formula.from, names, [], formula)
  const { expression } = head.value()
  if (expression.kind !== 'name') throw new Unread('On the left of “=” a name stands.', name)
  const defined = expression.name
  names.defined.add(defined)
  if (running) names.isArray(defined, 'vector', running.last - running.first + 1)
  if (right.length === 0) throw new Unread('After “=” a formula is missing.', formula)
  const parameters = rest.length > 0 ? parametersOf(rest, formula, names) : []
  if (parameters.length > 0) names.functions.add(defined)
  const body = new FormulaReader(right, formula.from, names, running ? [running] : [], formula).value()
  if (body.rank === 'vector' || body.rank === 'matrix') names.isArray(defined, body.rank)
  if (namesIn(body.expression).has(defined) && parameters.length === 0)
    throw new Unread(`This gives ${defined} a new value. Write the new one under a name of its own.`, formula)
  const callee = parameters.length > 0 ? `${defined}(${parameters.join(', ')})` : defined
  return `${callee} = ${printExpression(body.expression)}`
}

const namesIn = (expression: Expression): Set<string> =>
  new Set([...postorder(expression, operandsOf)].flatMap((each) => (each.kind === 'name' ? [each.name] : [])))

/** The index of a definition such as ŷᵢ = …, where a sum runs over it elsewhere. */
function indexOf({ sub }: MathToken, names: LatexNames): RunningIndex | null {
  const [only, ...others] = sub ? inside(sub) : []
  return (others.length === 0 && names.indices.get(only?.text ?? '')) || null
}

/** `(x, y)` after a name on the left. */
function parametersOf(rest: readonly MathToken[], formula: FormulaText, names: LatexNames): string[] {
  const [first] = rest
  const listed =
    first?.kind === 'fenced' && rest.length === 1 ? mathTokens(first.nodes, formula.from) : rest.slice(1, -1)
  const isList = first?.kind === 'fenced' || (first?.kind === 'open' && rest.at(-1)?.kind === 'close')
  if (!isList) throw new Unread('On the left of “=” one name stands, or f(x).', first ?? formula)
  return listed
    .filter(({ kind }) => kind !== 'comma' && kind !== 'operator')
    .map((token) => {
      const { expression } = new FormulaReader([token], formula.from, names, [], formula).value()
      if (expression.kind !== 'name') throw new Unread('The parameters of a function are names.', token)
      return expression.name
    })
}
