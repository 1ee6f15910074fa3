import type { Span } from '../../../language/syntax.ts'
import { PyNumber } from '../../values/numbered.ts'
import { Refusal } from '../../values/refusal.ts'
import { Dictionary, List, NONE, type PyValue, Tuple } from '../../values/values.ts'

const MOST_LEVELS = 50

/** Leaves of nested lists, tuples and dictionaries, with the same places of several of them side by side. */
export function treeMap(
  does: (leaves: readonly PyValue[]) => PyValue,
  trees: readonly PyValue[],
  at: Span,
  level = 0,
): PyValue {
  const [first] = trees
  if (level > MOST_LEVELS) throw new Refusal(`Lists in lists are read to ${MOST_LEVELS} levels here.`, at)
  const inner = (parts: readonly PyValue[]): PyValue => treeMap(does, parts, at, level + 1)
  if (first instanceof List || first instanceof Tuple) {
    const lists = trees.map((tree) => itemsOf(tree, first.items.length, at))
    const items = first.items.map((_, i) => inner(lists.map((list) => list[i])))
    return first instanceof List ? new List(items) : new Tuple(items)
  }
  if (!(first instanceof Dictionary)) return first === NONE ? NONE : does(trees)
  const result = new Dictionary()
  for (const key of first.items.keys())
    result.items.set(key, inner(trees.map((tree) => (tree instanceof Dictionary && tree.items.get(key)) || unlike(at))))
  return result
}

function itemsOf(tree: PyValue, length: number, at: Span): readonly PyValue[] {
  const isListing = tree instanceof List || tree instanceof Tuple
  return isListing && tree.items.length === length ? tree.items : unlike(at)
}

const unlike = (at: Span): never => {
  throw new Refusal('These lists or dictionaries do not have the same structure.', at)
}

/** The same for one tree whose leaves are numbers and arrays; what is none stays as it is. */
export const mapNumbers = (does: (leaf: PyNumber) => PyValue, tree: PyValue, at: Span): PyValue =>
  treeMap(([leaf]) => (leaf instanceof PyNumber ? does(leaf) : leaf), [tree], at)

/** All leaves in their order. */
export function leavesOf(tree: PyValue, at: Span): PyValue[] {
  const leaves: PyValue[] = []
  treeMap(
    ([leaf]) => {
      leaves.push(leaf)
      return leaf
    },
    [tree],
    at,
  )
  return leaves
}
