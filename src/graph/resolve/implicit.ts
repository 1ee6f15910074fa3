import type { Fix } from '../../language/diagnostic.ts'
import { DERIVATIVES, isDifferential } from '../../language/differentials.ts'
import { type Change, replacing } from '../../language/edits.ts'
import type { Span } from '../../language/syntax.ts'
import { listedUpTo, quote, shorten } from '../../language/words.ts'
import { functionNamed, generatorNamed } from '../../primitives/index.ts'
import { type Code, REFERENCE } from './code.ts'
import type { DeclarationIndex, Scope } from './declarations.ts'
import { type ProgramProblems, replace } from './problems.ts'
import { factors } from './suggestions.ts'

/** More names than this are not looked at for what they may be meant as. */
const MOST_SOUGHT = 200

/** Says that names without a definition are inputs, or what one may be meant as instead. */
export function noteImplicit(
  indices: readonly DeclarationIndex[],
  scope: Scope,
  code: Code,
  problems: ProgramProblems,
): void {
  const plain: DeclarationIndex[] = []
  const uses = usesOf(indices.slice(0, MOST_SOUGHT), code)
  for (const index of indices) {
    const { name, at } = scope.declarations[index]
    const own = uses.get(index)
    const meant = own ? meantBy(name, at, own, scope) : null
    if (meant) problems.note(`${inputSaid([name])} ${meant.says}`, at, meant.fix)
    else plain.push(index)
  }
  if (plain.length > 0) notePlain(plain, scope, problems)
}

/** One note for all of them, whose fix writes their lines. */
function notePlain(indices: readonly DeclarationIndex[], { declarations }: Scope, problems: ProgramProblems): void {
  const names = indices.map((index) => declarations[index].name)
  const { at, statement } = declarations[indices[0]]
  const lines = names.map((name) => `${name} = 1`)
  const label =
    names.length > MOST_NAMED ? `Write ${names.length} lines` : `Write ${lines.map((line) => shorten(line)).join(', ')}`
  const start = { from: statement.from, to: statement.from }
  problems.note(inputSaid(names), at, replace(label, start, `${lines.join('\n')}\n`))
}

/** More names than this are counted, not listed. */
const MOST_NAMED = 6

function inputSaid(names: readonly string[]): string {
  if (names.length === 1) return `${quote(names[0])} has no definition, so it is an input of value 1.`
  const shown = listedUpTo(MOST_NAMED, names, (name) => shorten(name))
  return `${shown} have no definition, so they are inputs of value 1.`
}

interface Meant {
  readonly says: string
  readonly fix?: Fix
}

/** What a name that nothing defines may be instead of an input. */
function meantBy(name: string, at: Span, uses: readonly Span[], scope: Scope): Meant | null {
  const { source } = scope
  const transposed = name === 'T' ? uses.map((use) => exponentAt(use, scope)) : []
  if (transposed.length > 0 && transposed.every((each) => each !== null))
    return { says: 'For a transpose write .T.', fix: { label: 'Write .T', changes: transposed } }
  if (isDifferential(at, source)) return { says: DERIVATIVES }
  // A name that first appears as a parameter is meant as one name.
  if (uses[0]?.from !== at.from) return null
  const called = calledWithin(name, scope)
  if (called) return { says: `For a function write ${called}.`, fix: writeInstead(called, uses, source) }
  const product = (factors(name, (word) => isKnownValue(word, scope)) ?? afterPi(name))?.join('*')
  return product ? { says: `For a product write ${product}.`, fix: writeInstead(product, uses, source) } : null
}

/** `πr` is rather π times r than a name. */
const afterPi = (name: string): string[] | null =>
  name.length > 1 && name.startsWith('π') ? ['pi', name.slice(1)] : null

/** The `^T` of `W^T`, as a change into `.T`; null where T is something else, or W is not written as an array. */
function exponentAt({ from, to }: Span, { source, byName, declarations }: Scope): Change | null {
  const [, base = '', power = ''] =
    /([\p{L}\p{M}\p{Nd}_]*)(\s*(?:\^|\*\*)\s*)$/u.exec(source.slice(Math.max(0, from - 40), from)) ?? []
  const written = declarations[byName.get(base) ?? -1]?.expression
  const isArray =
    written?.kind === 'array' || (written?.kind === 'call' && generatorNamed(written.callee) !== undefined)
  return isArray ? { from: from - power.length, to, insert: '.T' } : null
}

/** No function has a longer name. */
const LONGEST_FUNCTION_NAME = 12

/** `sin(x)` for `sinx`, where x has a definition. */
function calledWithin(name: string, scope: Scope): string | null {
  for (let end = 2; end < Math.min(name.length, LONGEST_FUNCTION_NAME); end++) {
    const [callee, operand] = [name.slice(0, end), name.slice(end)]
    if (functionNamed(callee) && isKnownValue(operand, scope)) return `${callee}(${operand})`
  }
  return null
}

/** Where each of the declarations is referred to, in order of appearance. */
function usesOf(indices: readonly DeclarationIndex[], code: Code): ReadonlyMap<DeclarationIndex, readonly Span[]> {
  const uses = new Map<DeclarationIndex, Span[]>(indices.map((index) => [index, []]))
  if (uses.size > 0)
    for (let step = 0; step < code.length; step++)
      if (code.kind[step] === REFERENCE) uses.get(code.argument[step])?.push(code.expression[step])
  return uses
}

function isKnownValue(name: string, { byName, declarations }: Scope): boolean {
  const index = byName.get(name)
  return index === undefined ? name === 'pi' || name === 'π' : declarations[index].kind !== 'function'
}

/** Where the name is divided by, an exponent, or has one, it is not guessed what the sign next to it acts on. */
function writeInstead(insert: string, uses: readonly Span[], source: string): Fix | undefined {
  const isPlain = uses.every(({ from, to }) => {
    const bindsTighter = /(\/|÷|∕|\^|\*\*)\s*$/.test(source.slice(Math.max(0, from - 20), from))
    const isBase = /^\s*(\^|\*\*|[⁻⁰¹²³⁴-⁹[ᵀ⊤.])/.test(source.slice(to, to + 20))
    return !bindsTighter && !isBase
  })
  return isPlain ? { label: `Write ${insert}`, changes: uses.map((use) => replacing(use, insert)) } : undefined
}
