import { postorder } from '../../language/postorder.ts'
import type { Call } from '../../language/syntax.ts'
import type { Fixed, Generator } from '../../primitives/arrayPrimitive.ts'
import { generatorNamed } from '../../primitives/index.ts'
import { hashOf } from '../hash.ts'
import type { Scope } from './declarations.ts'

export const draws = ({ usage }: Generator): boolean => usage.includes('seed')

/** Where the program draws without a seed, in order of the text. */
const drawn = new WeakMap<Scope, readonly number[]>()

/** Random numbers without a seed have one by their place in the text, so that two draws differ, and the same text draws the same. */
export function seeded(call: Call, fixed: Fixed, scope: Scope): Fixed {
  const [first, second] = fixed.operands
  if (fixed.keywords.has('seed') || (typeof first === 'object' && second !== undefined)) return fixed
  const places = drawn.get(scope) ?? placesIn(scope)
  drawn.set(scope, places)
  const place = places.indexOf(call.from)
  const seed = place <= 0 ? 0 : hashOf(`draw ${place}`) >>> 0
  return { ...fixed, keywords: new Map([...fixed.keywords, ['seed', seed]]) }
}

const placesIn = ({ declarations }: Scope): readonly number[] =>
  declarations
    .flatMap(({ expression, isBuiltIn }) => (expression && !isBuiltIn ? postorder(expression) : []))
    .flatMap((each) => (each.kind === 'call' && isDraw(each) ? [each.from] : []))
    .sort((a, b) => a - b)

function isDraw({ callee, operands, keywords }: Call): boolean {
  const generator = generatorNamed(callee)
  if (!generator || !draws(generator) || keywords.some(({ name }) => name === 'seed')) return false
  return operands.length < 2 || operands[0].kind !== 'array'
}
