import { shapeWords } from '../../../../primitives/shape.ts'
import { PyNumber } from '../../../values/numbered.ts'
import type { LibraryCall } from '../../call.ts'
import { plain } from '../../coercion.ts'
import { rankOf, shapeOf } from '../../numbers.ts'
import { defined, type LibraryFunction } from '../../table.ts'
import { exchanged, sizes } from '../shaping.ts'
import { lastAxes, layerNorm } from './activations.ts'

/** x @ Wᵀ + b, with a row of W for each output. */
export function linear(call: LibraryCall, x: PyNumber, weight: PyNumber, bias: PyNumber | null): PyNumber {
  const columns = shapeOf(weight).at(-1)
  if (shapeOf(x).at(-1) !== columns || x.dtype !== 'float')
    call.refuse(
      x.dtype === 'float'
        ? `The layer takes ${columns} numbers for each row, and its input is ${shapeWords(shapeOf(x))}.`
        : 'A linear layer takes fractions: write the numbers with a point, as in 1.0, or .float() behind them.',
    )
  const product = call.apply('matmul', [x, rankOf(weight) === 1 ? weight : exchanged(call, weight, 0, 1)])
  return bias ? call.apply('add', [product, bias]) : product
}

/** Rows of a table, by whole numbers. */
export function embedded(call: LibraryCall, places: PyNumber, table: PyNumber): PyNumber {
  if (places.dtype !== 'int') call.refuse('An embedding takes whole numbers, the places of its rows.')
  const [rows] = shapeOf(table)
  const out = places.value.entries.find((place) => place < 0 || place >= rows)
  if (out !== undefined) call.refuse(`The embedding has the rows 0 to ${rows - 1}, and ${out} is none of them.`)
  const index = rankOf(places) === 0 ? { at: places.value.entries[0] } : { places: plain(places) }
  return call.apply('index', [table], { attributes: { index: [index] } })
}

function normalizedLast(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const shape = sizes(call, 'normalized_shape')
  const part = (name: string): PyNumber | null => (call.has(name) ? call.array(name) : null)
  const normalizing = { eps: call.number('eps'), weight: part('weight'), bias: part('bias') }
  return layerNorm(call, x, lastAxes(call, x, shape), normalizing)
}

/** softmax(Q Kᵀ/√d) V, with a mask that is added, or that says which places count. */
function attention(call: LibraryCall): PyNumber {
  const [query, key, value] = ['query', 'key', 'value'].map((name) => call.array(name))
  if (call.number('dropout_p') !== 0)
    call.refuse('Dropout draws what it drops, and that is not read here: “dropout_p” is read as 0.0 only.')
  const size = call.has('scale') ? call.number('scale') : 1 / Math.sqrt(shapeOf(query).at(-1) ?? 1)
  const scores = call.apply('mul', [call.constant(size), call.apply('matmul', [query, exchanged(call, key, -2, -1)])])
  const weights = call.apply('softmax', [masked(call, scores)], { attributes: { axis: rankOf(scores) - 1 } })
  return call.apply('matmul', [weights, value])
}

function masked(call: LibraryCall, scores: PyNumber): PyNumber {
  const mask = call.has('attn_mask') ? call.array('attn_mask') : call.truth('is_causal') ? causal(call, scores) : null
  if (!mask) return scores
  if (mask.dtype === 'bool') return call.apply('where', [mask, scores, call.constant(Number.NEGATIVE_INFINITY)])
  return call.apply('add', [scores, mask])
}

/** 1 where a place stands at or before the row’s own. */
function causal(call: LibraryCall, scores: PyNumber): PyNumber {
  const [rows, columns] = shapeOf(scores).slice(-2)
  const entries = Float64Array.from({ length: rows * columns }, (_, k) =>
    Number(k % columns <= Math.floor(k / columns)),
  )
  return new PyNumber('torch', 'bool', { shape: [rows, columns], entries }, { kind: 'constant', at: call.at })
}

/** Layers of `torch.nn.functional`. */
export const layerFunctions: readonly LibraryFunction[] = [
  defined('linear', 'input, weight, bias=None', (call) =>
    linear(call, call.array('input'), call.array('weight'), call.has('bias') ? call.array('bias') : null),
  ),
  defined('embedding', 'input, weight, padding_idx=None?', (call) =>
    embedded(call, call.array('input'), call.array('weight')),
  ),
  defined('layer_norm', 'input, normalized_shape, weight=None, bias=None, eps=1e-5', normalizedLast),
  defined(
    'scaled_dot_product_attention',
    'query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None',
    attention,
  ),
]
