import { quote, shorten } from '../../language/words.ts'
import type { Code } from './code.ts'
import type { DeclarationIndex, Scope } from './declarations.ts'
import type { ProgramProblems } from './problems.ts'
import type { Usage } from './usage.ts'

/** How many members of a cycle its message names. */
const NAMED = 8

/** A declaration on the way from a root, and what it needs that was not done when it was entered. */
interface Visit {
  readonly index: DeclarationIndex
  readonly needs: readonly DeclarationIndex[]
  next: number
}

/**
 * The roots and all that they need, each after what it needs, otherwise in the order of `roots` and of writing: a
 * depth-first search. A cycle is an error that names its members in order.
 */
export function dependencyOrder(
  roots: Iterable<DeclarationIndex>,
  scope: Scope,
  code: Code,
  usage: Usage,
  problems: ProgramProblems,
): DeclarationIndex[] {
  const order: DeclarationIndex[] = []
  const done = new Uint8Array(scope.declarations.length)
  const depth = new Int32Array(scope.declarations.length).fill(-1)
  const way: Visit[] = []
  const enter = (index: DeclarationIndex) => {
    const needs = undone(index, done, code, usage)
    if (needs.length === 0) finish(index)
    else {
      depth[index] = way.length
      way.push({ index, needs, next: 0 })
    }
  }
  const finish = (index: DeclarationIndex) => {
    done[index] = 1
    order.push(index)
  }
  for (const root of roots) {
    if (!done[root]) enter(root)
    for (let visit = way.at(-1); visit; visit = way.at(-1)) {
      if (visit.next === visit.needs.length) {
        way.pop()
        depth[visit.index] = -1
        finish(visit.index)
        continue
      }
      const need = visit.needs[visit.next++]
      if (depth[need] >= 0) reportCycle(way, depth[need], scope, problems)
      else if (!done[need]) enter(need)
    }
  }
  return order
}

/** What a declaration needs and is not done, each once, in order of writing. */
function undone(index: DeclarationIndex, done: Uint8Array, code: Code, usage: Usage): readonly DeclarationIndex[] {
  const found: DeclarationIndex[] = []
  const take = (need: DeclarationIndex) => {
    if (!done[need]) found.push(need)
  }
  code.eachReference(index, take)
  usage.standalone.get(index)?.forEach(take)
  return found.length > 1 ? [...new Set(found)].sort((a, b) => a - b) : found
}

function reportCycle(way: readonly Visit[], since: number, scope: Scope, problems: ProgramProblems): void {
  const first = scope.declarations[way[since].index]
  const names = way.slice(since, since + NAMED).map(({ index }) => shorten(scope.declarations[index].name))
  if (way.length - since > NAMED) names.push('…')
  const cycle = [...names, shorten(first.name)].join(' → ')
  const what = first.kind === 'function' && way.length - since === 1 ? 'calls itself' : 'needs itself'
  problems.error(`${quote(first.name)} ${what}: ${cycle}. Each name is computed once, so break the circle.`, first.at)
}
