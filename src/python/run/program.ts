import type { Traced } from '../../graph/traced/traced.ts'
import { type Diagnostic, error } from '../../language/diagnostic.ts'
import { count, listed } from '../../language/words.ts'
import type { Value } from '../../primitives/value.ts'
import { parsePython } from '../parse/parsePython.ts'
import type { PyStatement } from '../parse/pySyntax.ts'
import { type NamedOutput, tracedProgram } from '../trace/tracedProgram.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { Ended } from './activations.ts'
import { UserFunction } from './functions.ts'
import { givenTo } from './giving.ts'
import { asksForDerivatives, fixedNames, uncalledFunctions } from './intent.ts'
import { Interpreter } from './interpreter.ts'
import type { LibraryFace } from './interpreting.ts'
import type { RunningMode } from './mode.ts'
import { constantOutputs, givenOutputs, outputsOf } from './outputs.ts'

/** What a text is read as: a run of it, if it could be run, and what there is to say. */
export interface PythonProgram {
  readonly traced: Traced | null
  /** Whether inputs have decided conditions of the text: at another point something else may run. */
  readonly decides?: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a Python text, runs it, and gives what it computed. */
export function runProgram(
  source: string,
  library: LibraryFace,
  chosen: Readonly<Record<string, Value>>,
): PythonProgram {
  const { body, problems } = parsePython(source)
  if (problems.length > 0) return { traced: null, diagnostics: problems }
  const asks = asksForDerivatives(body)
  const base = { chosen, fixed: fixedNames(body), asks: false, givesArguments: false }
  const modes: RunningMode[] = [{ ...base, asks }, ...(asks ? [base] : []), { ...base, givesArguments: true }]
  let run: Interpreter | null = null
  for (const mode of modes) {
    run = new Interpreter(library, mode)
    const problem = runOnce(run, body)
    if (problem) return { traced: null, diagnostics: [problem, ...run.notes] }
    const outputs = outputsOf(run)
    if (outputs.length > 0) return shown(run, source, outputs)
  }
  return withoutInputs(run as Interpreter, source, body)
}

const shown = (run: Interpreter, source: string, outputs: readonly NamedOutput[]): PythonProgram => ({
  traced: tracedProgram(run.trace, source, outputs, run.remarks.deciding),
  diagnostics: run.notes,
  decides: run.remarks.deciding.size > 0,
})

/** Functions that nothing calls, at a point; else constants; else what the text gives to names. */
function withoutInputs(run: Interpreter, source: string, body: readonly PyStatement[]): PythonProgram {
  const constants = constantOutputs(run)
  const uncalled = constants.length > 0 ? [] : uncalledFunctions(body)
  try {
    for (const name of uncalled) callAtPoint(run, name)
  } catch (thrown) {
    return { traced: null, diagnostics: [problemOf(thrown, run)] }
  }
  const outputs = outputsOf(run)
  if (outputs.length > 0) return shown(run, source, outputs)
  const rest = constants.length > 0 ? constants : givenOutputs(run)
  if (rest.length > 0) return shown(run, source, rest)
  const message =
    'This program computes no number. Give a number to a name, and compute with it: `x = 2.0`, `f = x**2`.'
  return { traced: null, diagnostics: [error({ from: 0, to: source.length }, message), ...run.notes] }
}

/** A function that nothing calls stands at inputs named like its parameters. */
function callAtPoint(run: Interpreter, name: string): void {
  const callee = run.top.names.get(name)
  if (!(callee instanceof UserFunction)) return
  const { text, defaults } = callee
  const byPlace = text.parameters.filter(({ kind }) => kind === 'place' || kind === 'either')
  if (byPlace.length === 0) return
  const positional = byPlace.map((parameter) => {
    const initial = defaults.get(parameter.name)
    if (initial !== undefined && !(initial instanceof PyNumber)) return initial
    const value = initial instanceof PyNumber ? initial : run.number(1, 'float', parameter)
    const { from, to } = parameter
    const text = parameter.initial ?? { kind: 'number' as const, value: 1, dtype: 'float' as const, from, to }
    const given = givenTo({ trace: run.trace, ...run.mode }, { name: parameter.name, from, to }, value, text)
    if (!parameter.initial && given instanceof PyNumber && given.origin.kind === 'given')
      given.origin = { ...given.origin, input: { ...given.origin.input, literal: null } }
    return given
  })
  const names = byPlace.map((parameter) => parameter.name)
  const value = run.call(callee, { positional, keywords: new Map(), at: text.nameSpan })
  if (value instanceof PyNumber) {
    run.names.boundAt.set(name, text.nameSpan)
    run.top.names.set(name, value)
  }
  const where = `${listed(names)} ${names.length === 1 ? 'is an input' : 'are inputs'}`
  run.remark(
    `Nothing calls ${name}: it is shown where ${where} of value 1, or of its default. Write \`${name}(${names.map(() => '2.0').join(', ')})\` below to choose ${count(names.length, 'value')}.`,
    text.nameSpan,
  )
}

/** Runs the statements; what stops the run is the problem. */
function runOnce(run: Interpreter, body: readonly PyStatement[]): Diagnostic | null {
  try {
    run.execute(body, run.top)
    return null
  } catch (thrown) {
    return thrown instanceof Ended ? null : problemOf(thrown, run)
  }
}

function problemOf(thrown: unknown, run: Interpreter): Diagnostic {
  if (thrown instanceof Refusal) return error(thrown.at, thrown.message, thrown.fix)
  if (thrown instanceof RangeError)
    return error(run.position, 'Calls and expressions stand in each other too deep here, or an array is too large.')
  throw thrown
}
