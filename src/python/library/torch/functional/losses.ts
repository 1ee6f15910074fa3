import { sameShape, shapeWords } from '../../../../primitives/shape.ts'
import type { PyNumber } from '../../../values/numbered.ts'
import type { LibraryCall } from '../../call.ts'
import { numberOf, rankOf, shapeOf } from '../../numbers.ts'
import { defined, type LibraryFunction } from '../../table.ts'
import { entriesAt } from '../reductions.ts'
import { tensorWith } from '../torchRun.ts'

/** What all losses are given: how those of single entries are taken together. */
const REDUCTION = "size_average=None?, reduce=None?, reduction='mean'"

const number = (call: LibraryCall, x: number): PyNumber => numberOf(x, call.at)

/** The losses of entries, taken together as `reduction` says. */
function together(call: LibraryCall, losses: PyNumber): PyNumber {
  const reduction = call.choice('reduction', ['mean', 'sum', 'none'])
  return reduction === 'none' ? losses : call.apply(reduction, [losses])
}

/** Input and target of one shape; of others PyTorch warns, since they are broadcast. */
function pair(call: LibraryCall): readonly [PyNumber, PyNumber] {
  const [input, target] = [call.array('input'), call.array('target')]
  if (!sameShape(shapeOf(input), shapeOf(target)))
    call.running.remark(
      `The target is ${shapeWords(shapeOf(target))} and the input ${shapeWords(shapeOf(input))}: they are broadcast, which is seldom meant.`,
      call.at,
    )
  return [input, target]
}

const difference = (call: LibraryCall): PyNumber => call.apply('sub', [...pair(call)])

const squared = (call: LibraryCall): PyNumber => together(call, call.apply('square', [difference(call)]))
const absolute = (call: LibraryCall): PyNumber => together(call, call.apply('abs', [difference(call)]))

/** Quadratic up to `delta`, linear beyond, with the slope `slope`. */
function huberLike(call: LibraryCall, delta: number, scale: number): PyNumber {
  if (!(delta > 0)) call.refuse(`${call.callee} is read for bounds above 0.`)
  const away = difference(call)
  const size = call.apply('abs', [away])
  const near = call.apply('mul', [number(call, 0.5 * scale), call.apply('square', [away])])
  const beyond = call.apply('sub', [size, number(call, 0.5 * delta)])
  const far = delta * scale === 1 ? beyond : call.apply('mul', [number(call, delta * scale), beyond])
  const isNear = call.apply('less', [size, number(call, delta)], { dtype: 'bool' })
  return together(call, call.apply('where', [isNear, near, far]))
}

/** −(t·log p + (1 − t)·log(1 − p)), whose logarithms are at least −100. */
function binaryCrossEntropy(call: LibraryCall): PyNumber {
  const [p, t] = sameShapes(call)
  if (p.value.entries.some((x) => !(x >= 0 && x <= 1)))
    call.refuse(
      'binary_cross_entropy takes probabilities from 0 to 1; of logits write binary_cross_entropy_with_logits.',
    )
  const log = (x: PyNumber): PyNumber => call.apply('max', [call.apply('log', [x]), number(call, -100)])
  const complement = (x: PyNumber): PyNumber => call.apply('sub', [number(call, 1), x])
  const one = call.apply('mul', [t, log(p)])
  const other = call.apply('mul', [complement(t), log(complement(p))])
  return weighted(call, call.apply('neg', [call.apply('add', [one, other])]))
}

/** softplus(z) − t·z, which is the same of logits, and stable; with weights p of what is positive (1 − t)·z + (1 + (p − 1)·t)·softplus(−z). */
function binaryCrossEntropyOfLogits(call: LibraryCall): PyNumber {
  const [z, t] = sameShapes(call)
  if (!call.has('pos_weight'))
    return weighted(call, call.apply('sub', [call.apply('softplus', [z]), call.apply('mul', [t, z])]))
  const one = number(call, 1)
  const more = call.apply('add', [one, call.apply('mul', [call.apply('sub', [call.array('pos_weight'), one]), t])])
  const lacking = call.apply('mul', [more, call.apply('softplus', [call.apply('neg', [z])])])
  return weighted(call, call.apply('add', [call.apply('mul', [call.apply('sub', [one, t]), z]), lacking]))
}

function weighted(call: LibraryCall, losses: PyNumber): PyNumber {
  return together(call, call.has('weight') ? call.apply('mul', [call.array('weight'), losses]) : losses)
}

function sameShapes(call: LibraryCall): readonly [PyNumber, PyNumber] {
  const [input, target] = [call.array('input'), call.array('target')]
  if (!sameShape(shapeOf(input), shapeOf(target)))
    call.refuse(
      `${call.callee} takes a target of the input’s shape, ${shapeWords(shapeOf(input))}; this one is ${shapeWords(shapeOf(target))}.`,
    )
  if (target.dtype !== 'float') call.refuse(`${call.callee} takes fractions as target: write .float() behind it.`)
  return [input, target]
}

/** Of logits, with classes as whole numbers, or probabilities for each class. */
function crossEntropy(call: LibraryCall): PyNumber {
  const [logits, target] = [call.array('input'), call.array('target')]
  const axis = rankOf(logits) === 1 ? 0 : 1
  const logs = call.apply('logsoftmax', [logits], { attributes: { axis } })
  const smoothing = call.number('label_smoothing')
  if (target.dtype !== 'float') {
    if (smoothing !== 0)
      call.refuse(
        '“label_smoothing” is read as 0.0 only. With K classes, give probabilities: (1 - a) * F.one_hot(target, K) + a / K.',
      )
    return fromClasses(call, logs, target, axis)
  }
  if (!sameShape(shapeOf(target), shapeOf(logits)))
    call.refuse(
      `cross_entropy takes classes as whole numbers, or a probability for each class: the target is ${shapeWords(shapeOf(target))}, the logits are ${shapeWords(shapeOf(logits))}. Of classes write .long() behind it.`,
    )
  if (smoothing !== 0 || call.has('weight'))
    call.refuse('With probabilities “weight” of cross_entropy is read as None only, and “label_smoothing” as 0.0.')
  const each = call.apply('neg', [call.apply('sum', [call.apply('mul', [target, logs])], { attributes: { axis } })])
  return together(call, each)
}

/** − the log-probability of each one’s class; the mean is over those that are not ignored, by their weights. */
function fromClasses(call: LibraryCall, logs: PyNumber, classes: PyNumber, axis: number): PyNumber {
  const many = shapeOf(logs)[axis]
  const ignored = call.whole('ignore_index')
  const fits = sameShape(
    shapeOf(logs).filter((_, a) => a !== axis),
    shapeOf(classes),
  )
  if (!fits)
    call.refuse(
      `The target is ${shapeWords(shapeOf(classes))}, and the scores are ${shapeWords(shapeOf(logs))}: it must have one class for each row.`,
    )
  const out = classes.value.entries.find((c) => c !== ignored && !(c >= 0 && c < many))
  if (out !== undefined) call.refuse(`The target has the class ${out}, and there are the classes 0 to ${many - 1}.`)
  const places = { shape: shapeOf(classes), entries: classes.value.entries.map((c) => (c === ignored ? 0 : c)) }
  const each = call.apply('neg', [entriesAt(call, logs, axis, tensorWith(places, call.at, 'int'))])
  const weights = weightsOf(call, classes, ignored)
  if (!weights) return together(call, each)
  const losses = call.apply('mul', [weights, each])
  if (call.choice('reduction', ['mean', 'sum', 'none']) !== 'mean') return together(call, losses)
  const total = weights.value.entries.reduce((a, b) => a + b, 0)
  return call.apply('div', [call.apply('sum', [losses]), number(call, total)])
}

/** By row, its weight; null where all count the same. */
function weightsOf(call: LibraryCall, classes: PyNumber, ignored: number): PyNumber | null {
  const { entries } = classes.value
  if (!call.has('weight') && !entries.includes(ignored)) return null
  const own = call.has('weight') ? call.array('weight') : null
  if (own && call.running.trace.isTraced(own)) call.refuse('The weights of classes must be plain numbers here.')
  const weights = entries.map((c) => (c === ignored ? 0 : own ? own.value.entries[c] : 1))
  return tensorWith({ shape: shapeOf(classes), entries: weights }, call.at)
}

function negativeLogLikelihood(call: LibraryCall): PyNumber {
  const [logs, classes] = [call.array('input'), call.array('target')]
  if (classes.dtype === 'float')
    call.refuse('nll_loss takes classes as whole numbers: write .long() behind the target.')
  return fromClasses(call, logs, classes, rankOf(logs) === 1 ? 0 : 1)
}

/** target·(log target − input), the divergence of Kullback and Leibler; where the target is 0 it is 0. */
function divergence(call: LibraryCall): PyNumber {
  const [input, target] = pair(call)
  const isLog = call.truth('log_target')
  const surprise = isLog
    ? call.apply('mul', [call.apply('exp', [target]), target])
    : call.apply('xlogy', [target, target])
  const share = isLog ? call.apply('exp', [target]) : target
  const losses = call.apply('sub', [surprise, call.apply('mul', [share, input])])
  const reduction = call.choice('reduction', ['mean', 'sum', 'none', 'batchmean'])
  if (reduction === 'none') return losses
  if (reduction !== 'batchmean') return call.apply(reduction, [losses])
  const rows = shapeOf(input)[0] ?? 1
  return call.apply('div', [call.apply('sum', [losses]), number(call, rows)])
}

function hinge(call: LibraryCall): PyNumber {
  const [x1, x2, y] = ['input1', 'input2', 'target'].map((name) => call.array(name))
  const away = call.apply('mul', [call.apply('neg', [y]), call.apply('sub', [x1, x2])])
  return together(call, call.apply('relu', [call.apply('add', [away, number(call, call.number('margin'))])]))
}

/** `one_hot(classes, num_classes)`: a row for each, with a 1 at its class; whole numbers. */
function oneHot(call: LibraryCall): PyNumber {
  const classes = call.array('input')
  if (classes.dtype !== 'int') call.refuse('one_hot takes whole numbers.')
  const { entries } = classes.value
  const asked = call.whole('num_classes')
  const many = asked === -1 ? Math.max(...entries) + 1 : asked
  if (entries.some((c) => c < 0 || c >= many)) call.refuse(`one_hot is given a class beyond 0 to ${many - 1}.`)
  const value = new Float64Array(entries.length * many)
  for (const [row, c] of entries.entries()) value[row * many + c] = 1
  return tensorWith({ shape: [...shapeOf(classes), many], entries: value }, call.at, 'int')
}

function cosine(call: LibraryCall): PyNumber {
  const [x, y] = [call.array('x1'), call.array('x2')]
  const axis = call.whole('dim')
  const sum = (z: PyNumber): PyNumber => call.apply('sum', [z], { attributes: { axis } })
  const size = (z: PyNumber): PyNumber =>
    call.apply('max', [call.apply('norm', [z], { attributes: { axis } }), number(call, call.number('eps'))])
  return call.apply('div', [sum(call.apply('mul', [x, y])), call.apply('mul', [size(x), size(y)])])
}

const CLASSES = `weight=None, size_average=None?, ignore_index=-100, reduce=None?, reduction='mean'`

/** Losses of `torch.nn.functional`. */
export const losses: readonly LibraryFunction[] = [
  defined('mse_loss', `input, target, ${REDUCTION}`, squared),
  defined('l1_loss', `input, target, ${REDUCTION}`, absolute),
  defined('smooth_l1_loss', `input, target, ${REDUCTION}, beta=1.0`, (call) =>
    huberLike(call, call.number('beta'), 1 / call.number('beta')),
  ),
  defined('huber_loss', "input, target, reduction='mean', delta=1.0", (call) =>
    huberLike(call, call.number('delta'), 1),
  ),
  defined('binary_cross_entropy', `input, target, weight=None, ${REDUCTION}`, binaryCrossEntropy),
  defined(
    'binary_cross_entropy_with_logits',
    `input, target, weight=None, ${REDUCTION}, pos_weight=None`,
    binaryCrossEntropyOfLogits,
  ),
  defined('cross_entropy', `input, target, ${CLASSES}, label_smoothing=0.0`, crossEntropy),
  defined('nll_loss', `input, target, ${CLASSES}`, negativeLogLikelihood),
  defined('kl_div', `input, target, ${REDUCTION}, log_target=False`, divergence),
  defined('margin_ranking_loss', `input1, input2, target, margin=0, ${REDUCTION}`, hinge),
  defined('one_hot', 'input, num_classes=-1', oneHot),
  defined('cosine_similarity', 'x1, x2, dim=1, eps=1e-8', cosine),
]
