import type { Span } from '../../language/syntax.ts'
import { quote, shorten } from '../../language/words.ts'
import type { Tensor } from '../../primitives/value.ts'
import { CALL, type Code } from './code.ts'
import { type DeclarationIndex, declarationOf, lineOf, type Scope } from './declarations.ts'
import { evaluate, isMisfit } from './evaluate.ts'
import { reportMismatch } from './mismatch.ts'
import type { ProgramProblems } from './problems.ts'

/** A value, and the constant expression in the text that gives it. */
interface Given {
  readonly value: Tensor
  readonly literal: Span
}

/** Who uses what: it decides which declarations are inputs and which are outputs. */
export interface Usage {
  /** By declaration that is written: 1 where some formula reads or calls it. */
  readonly used: Uint8Array
  /** What `output` declares, before a definition or on a line of its own. */
  readonly declaredOutputs: ReadonlySet<DeclarationIndex>
  /** Functions that are outputs, with the declarations that are named like their parameters. */
  readonly standalone: ReadonlyMap<DeclarationIndex, readonly DeclarationIndex[]>
  /** Bare calls with numbers, `f(2, 3)`, that set the inputs of such a function, with the function. */
  readonly settings: ReadonlyMap<DeclarationIndex, DeclarationIndex>
  /** What those calls give. */
  readonly given: ReadonlyMap<DeclarationIndex, Given>
}

export function findUsage(scope: Scope, code: Code, problems: ProgramProblems): Usage {
  const settings = new Map<DeclarationIndex, DeclarationIndex>()
  const written = scope.declarations.length
  const used = new Uint8Array(written)
  const use = (index: DeclarationIndex) => {
    used[index] = 1
  }
  for (let index = 0; index < written; index++) {
    const callee = numericCallee(index, scope, code)
    if (callee !== null) settings.set(index, callee)
    else code.eachReference(index, use)
  }
  const declaredOutputs = findDeclaredOutputs(scope, problems)
  const standalone = findStandalone(scope, used, declaredOutputs)
  for (const [bare, callee] of settings) if (!standalone.has(callee)) settings.delete(bare)
  for (const parameters of standalone.values()) parameters.forEach(use)
  return { used, declaredOutputs, standalone, settings, given: findGiven(settings, standalone, scope, code, problems) }
}

/** The function that a bare expression calls with numbers alone. */
function numericCallee(index: DeclarationIndex, scope: Scope, code: Code): DeclarationIndex | null {
  const { start, end } = code.range(index)
  const call = end - 1
  if (scope.declarations[index].kind !== 'bare' || code.kind[call] !== CALL) return null
  const { [call]: expression } = code.expression
  if (expression.kind === 'call' && expression.operands.length !== code.count[call]) return null
  return code.isConstant({ start, end: call }) ? code.argument[call] : null
}

function findDeclaredOutputs(scope: Scope, problems: ProgramProblems): Set<DeclarationIndex> {
  const outputs = new Set<DeclarationIndex>()
  scope.declarations.forEach(({ role }, index) => {
    if (role === 'output') outputs.add(index)
  })
  for (const { name, nameSpan } of scope.outputs) {
    const index = scope.byName.get(name)
    if (index !== undefined) outputs.add(index)
    else problems.error(`Nothing here is named ${quote(name)}. Define it: ${shorten(name)} = …`, nameSpan)
  }
  return outputs
}

function findStandalone(
  scope: Scope,
  used: Uint8Array,
  declared: ReadonlySet<DeclarationIndex>,
): Map<DeclarationIndex, DeclarationIndex[]> {
  const standalone = new Map<DeclarationIndex, DeclarationIndex[]>()
  // Parameters may join the declarations, after those that are written.
  for (let index = 0; index < used.length; index++) {
    const { kind, parameters, statement } = scope.declarations[index]
    if (kind === 'function' && (!used[index] || declared.has(index)))
      standalone.set(
        index,
        parameters.map((parameter) => declarationOf(parameter, statement, scope)),
      )
  }
  return standalone
}

function findGiven(
  settings: Usage['settings'],
  standalone: Usage['standalone'],
  scope: Scope,
  code: Code,
  problems: ProgramProblems,
): Map<DeclarationIndex, Given> {
  const given = new Map<DeclarationIndex, Given>()
  for (const [bare, callee] of settings) {
    const { start, end } = code.range(bare)
    const call = code.expression[end - 1]
    const literals = call.kind === 'call' ? call.operands : []
    const values = evaluate(code, { start, end: end - 1 })
    if (isMisfit(values)) {
      reportMismatch(values, code.expression[values.step], scope, problems)
      continue
    }
    for (const [slot, input] of (standalone.get(callee) ?? []).entries()) {
      const { kind, name, at } = scope.declarations[input]
      const { from, to } = literals[slot]
      const other = kind === 'implicit' ? given.get(input)?.literal : at
      if (!other) given.set(input, { value: values[slot], literal: { from, to } })
      else if (!problems.isFull('warning'))
        problems.warning(`${quote(name)} has its value from line ${lineOf(other.from, scope.source)}.`, { from, to })
    }
  }
  return given
}
