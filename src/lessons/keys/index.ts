import { quote } from '../../language/words.ts'
import { ANSWER_KINDS, type LessonQuestion } from '../lesson.ts'
import type { Setting } from '../questions/setting.ts'
import { adjointKey } from './adjoint.ts'
import { bracketingKey } from './choices/bracketing.ts'
import { cycleKey } from './choices/cycle.ts'
import { fasterKey } from './choices/faster.ts'
import { memoryKey } from './choices/memory.ts'
import { contributionsKey } from './counts/contributions.ts'
import { emptyKey } from './counts/empty.ts'
import { entriesKey } from './counts/entries.ts'
import { operationsKey } from './counts/operations.ts'
import { ordersKey } from './counts/orders.ts'
import { parametersKey } from './counts/parameters.ts'
import { passesKey } from './counts/passes.ts'
import { sweepsKey } from './counts/sweeps.ts'
import { derivativeKey } from './derivative.ts'
import { givenKey } from './given.ts'
import type { Key, KeyRecord } from './key.ts'
import { bugKey } from './nodes/bug.ts'
import { nextKey } from './nodes/next.ts'
import { roleKey } from './nodes/role.ts'
import { routedKey } from './nodes/routed.ts'
import { NoKey } from './noKey.ts'
import { partialKey } from './partial.ts'
import { quantityKey } from './quantity.ts'
import { shapeKey } from './shape.ts'
import { tangentKey } from './tangent.ts'
import { valueKey } from './value.ts'

/** What `of` may begin with, in the order in which a writer of lessons is offered them. */
export const KEYS: readonly KeyRecord[] = [
  valueKey,
  tangentKey,
  adjointKey,
  partialKey,
  derivativeKey,
  quantityKey,
  passesKey,
  sweepsKey,
  operationsKey,
  ordersKey,
  entriesKey,
  parametersKey,
  contributionsKey,
  emptyKey,
  shapeKey,
  nextKey,
  routedKey,
  roleKey,
  bugKey,
  fasterKey,
  memoryKey,
  bracketingKey,
  cycleKey,
  givenKey,
]

/** The key of a question in its setting; or why there is none, in one sentence. */
export function keyOf(
  setting: Setting,
  { of, kind }: Pick<LessonQuestion, 'of' | 'kind'>,
): Key | { readonly says: string } {
  const [word = '', ...words] = of.trim().split(/\s+/)
  const record = KEYS.find((each) => each.word === word)
  if (!record)
    return {
      says: `A key begins with one of the words ${KEYS.map((each) => each.word).join(', ')}; ${quote(of)} does not.`,
    }
  if (kind !== 'choice' && !record.kinds.includes(kind))
    return { says: `${quote(word)} is answered by ${kindsOf(record)}, not by ${quote(kind)}.` }
  try {
    return record.compute({ setting, kind, words, rest: of.trim().slice(word.length).trim() })
  } catch (problem) {
    if (problem instanceof NoKey) return { says: problem.message }
    throw problem
  }
}

const kindsOf = ({ kinds }: KeyRecord): string =>
  ANSWER_KINDS.filter((kind) => kinds.includes(kind))
    .map(quote)
    .join(' or ')
