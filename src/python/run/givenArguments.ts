import type { Span } from '../../language/syntax.ts'
import type { PyExpression } from '../parse/pySyntax.ts'
import { type Arguments, Class, type PyValue } from '../values/values.ts'
import { UserFunction } from './functions.ts'
import { givenTo } from './giving.ts'
import type { Giving } from './interpreting.ts'

/**
 * Numbers that a call writes become inputs named like the parameters; the only one of a call that makes an object, like
 * the name that the object is assigned to.
 */
export function givenArguments(
  giving: Giving,
  texts: (PyExpression & { kind: 'call' })['given'],
  callee: UserFunction | Class,
  given: Arguments,
  assigned: (Span & { readonly name: string }) | null,
): Arguments {
  if (texts.some(({ kind }) => kind === 'rest' || kind === 'others')) return given
  const method = callee instanceof Class ? callee.members.get('__init__') : callee
  const parameters = method instanceof UserFunction ? method.text.parameters.slice(callee instanceof Class ? 1 : 0) : []
  const object = callee instanceof Class && texts.length === 1 ? assigned : null
  const give = (value: PyValue, text: PyExpression, name: string) =>
    givenTo(giving, object ?? { name, from: text.from, to: text.to }, value, text)
  const positional = given.positional.map((value, k) => {
    const text = texts.filter(({ kind }) => kind === 'place')[k]
    return text && parameters[k] ? give(value, text.value, parameters[k].name) : value
  })
  const keywords = new Map(
    [...given.keywords].map(([name, value]) => {
      const text = texts.find((one) => one.kind === 'keyword' && one.name === name)
      return [name, text ? give(value, text.value, name) : value]
    }),
  )
  return { positional, keywords, at: given.at }
}
