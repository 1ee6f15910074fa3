import { grouped } from '../../../language/words.ts'
import { fromTheLeft, fromTheRight, multipliedOut } from '../../../methods/linear/bracketing.ts'
import { firstLayers } from '../../../methods/linear/layers.ts'
import { linearised } from '../../../methods/linear/linearised.ts'
import type { KeyRecord } from '../key.ts'
import { noKey } from '../noKey.ts'

const [LEFT, RIGHT, SAME] = ['from the output side', 'from the input side', 'no difference']

export const bracketingKey: KeyRecord = {
  word: 'cheaper',
  form: 'cheaper bracketing OUTPUT INPUT',
  title: `The way to multiply the layers’ Jacobians that takes fewer multiplications: ${LEFT}, ${RIGHT}, ${SAME}`,
  kinds: ['choice'],
  compute: ({ setting: { graph, primal }, words: [, output = '', input = ''] }) => {
    if (!graph.outputs.some(({ name }) => name === output)) noKey(`The program has no output “${output}”.`)
    if (!graph.inputs.some(({ name }) => name === input)) noKey(`The program has no input “${input}”.`)
    const found = firstLayers(linearised(primal), graph, { input, output })
    if (!found) noKey('The layers of this program are too wide to be multiplied out.')
    const matrices = found.layers.map(({ matrix }) => matrix)
    const [left, right] = [fromTheLeft, fromTheRight].map(
      (way) => multipliedOut(matrices, way(matrices.length)).multiplications,
    )
    const token = left === right ? SAME : left < right ? LEFT : RIGHT
    const told = `From the output side it takes ${grouped(left)} multiplications, from the input side ${grouped(right)}.`
    return {
      right: { form: 'token', token },
      slipOf: ({ token: given = '' }) => ([LEFT, RIGHT, SAME].includes(given) ? told : null),
      hints: () => [`Which is smaller, ${output} or ${input}? Begin at that end: each product is then small.`],
    }
  },
}
