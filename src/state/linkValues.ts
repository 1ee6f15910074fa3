import type { Value } from '../core.ts'
import { say } from './notices.ts'
import type { State } from './store.ts'

/** What a link says of the values that no literal of the text has, such as weights that a library has drawn; undefined where there are none. */
export function valuesSaid({ point, compilation: { inputs, language } }: State): string | undefined {
  const beside = inputs.filter(({ name, literal }) => literal === null && Object.hasOwn(point, name))
  if (language !== 'python' || beside.length === 0) return undefined
  return JSON.stringify(Object.fromEntries(beside.map(({ name }) => [name, point[name]])))
}

/** The values that a link gives to inputs. What is not of an input, or of another shape, is left out where the program is run. */
export function valuesRead(text: string | undefined): State['point'] {
  if (text === undefined) return {}
  const values = parsed(text)
  if (values !== null && typeof values === 'object' && Object.values(values).every((value) => isValue(value)))
    return { ...values }
  say('The link’s values cannot be read; they are ignored.')
  return {}
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** More axes than any array has; deeper lists are not even looked at. */
const MOST_AXES = 32

const isValue = (value: unknown, axes = MOST_AXES): value is Value =>
  typeof value === 'number' ||
  (axes > 0 && Array.isArray(value) && value.length > 0 && value.every((part) => isValue(part, axes - 1)))
