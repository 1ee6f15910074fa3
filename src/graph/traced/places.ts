import { hashOf, mix } from '../hash.ts'
import type { Block, Step } from './traced.ts'

/**
 * By step of a block: a hash of where it stands. That is the name that the text gives to what it belongs to, which of the
 * definitions of that name it is, and its count backwards from there; of a block its own name instead of the count. So
 * steps keep their places where others are written before or after theirs, and rounds where there are more of them.
 */
export function placesOf(block: Block): readonly number[] {
  const definitions = definitionsOf(block)
  const places: number[] = []
  let definition = 0
  let count = 0
  let seen = new Map<string, number>()
  for (let at = block.steps.length - 1; at >= 0; at--) {
    const step = block.steps[at]
    const own = definitions[at]
    if (own !== undefined) {
      definition = own
      count = 0
      seen = new Map()
    }
    places[at] =
      step.kind === 'block'
        ? mix(mix(definition, hashOf(step.block.name)), counted(step.block.name, seen))
        : mix(definition, count++)
  }
  return places
}

/** `w` of `w (line 4, round 2)`: another line or round may have it after an edit. */
const withoutVersion = (name: string): string => name.replace(/ \(.*\)$/su, '')

/** By step that the text names: a hash of the name, and how many times it was given before. */
function definitionsOf({ parameters, steps, names }: Block): (number | undefined)[] {
  const name = new Map<number, string>()
  for (const { name: given, value } of names) if (!name.has(value)) name.set(value, withoutVersion(given))
  const before = new Map<string, number>()
  let value = parameters
  return steps.map((step) => {
    const from = value
    value += valueCount(step)
    for (let at = from; at < value; at++) {
      const given = name.get(at)
      if (given !== undefined) return mix(hashOf(given), counted(given, before))
    }
    return undefined
  })
}

/** How many values a step gives. */
const valueCount = (step: Step): number => (step.kind === 'block' ? step.block.results.length : 1)

/** How often the name was counted before. */
function counted(name: string, before: Map<string, number>): number {
  const count = before.get(name) ?? 0
  before.set(name, count + 1)
  return count
}
