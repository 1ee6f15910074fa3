import type { Shape } from '../../graph/graph.ts'
import { sameShape, sizeOf } from '../../primitives/shape.ts'
import type { Setting } from '../questions/setting.ts'
import { endsOf } from './counts/entries.ts'
import type { Key, KeyRecord } from './key.ts'
import { type NodeOrEntry, placeIn, shapeOfPlace } from './places.ts'

export const shapeKey: KeyRecord = {
  word: 'shape',
  form: 'shape NODE, or shape of derivative OUTPUT INPUT',
  title: 'The shape of a value, or of a derivative',
  kinds: ['shape'],
  compute: ({ setting, words }) => {
    if (words[0] === 'of' && words.length > 2) {
      const { of, by } = endsOf(setting, words)
      return ofDerivative(setting, of, by)
    }
    return ofNode(setting, placeIn(setting.graph, words[0] ?? ''))
  },
}

function ofNode({ graph }: Setting, place: NodeOrEntry): Key {
  const shape = shapeOfPlace(graph, place)
  return {
    right: { form: 'shape', shape },
    slipOf: ({ shape: given }) => (given ? (generalSlip(given, shape) ?? null) : null),
    hints: () => [`${place.name} has ${shape.length} ${shape.length === 1 ? 'axis' : 'axes'}.`],
  }
}

function ofDerivative({ graph }: Setting, of: NodeOrEntry, by: NodeOrEntry): Key {
  const [rows, columns] = [of, by].map((place) => shapeOfPlace(graph, place))
  const shape = [...rows, ...columns]
  const slipOf = (given: Shape): string | null => {
    if (sameShape(given, [...columns, ...rows]))
      return `This is transposed (denominator layout): the axes of ${of.name} come first, a row for each of its entries.`
    if (sameShape(given, columns)) return `This is the shape of ${by.name}: it would do if ${of.name} were a number.`
    if (sameShape(given, rows))
      return `This is the shape of ${of.name}: each of its entries has a derivative by each of ${by.name}.`
    return generalSlip(given, shape)
  }
  return {
    right: { form: 'shape', shape },
    slipOf: ({ shape: given }) => (given ? slipOf(given) : null),
    hints: () => [`The axes of ${of.name} come first, then those of ${by.name}.`],
  }
}

function generalSlip(given: Shape, right: Shape): string | null {
  if (sameShape(given, [...right].reverse())) return 'This is transposed: rows come first.'
  if (sizeOf(given) === sizeOf(right)) return 'So many numbers they are, and they stand along other axes.'
  if (given.length === 0) return 'This is one number, and there are several.'
  return null
}
