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
    if (!found) noKey('The layers of this program are too many, or too wide, to be multiplied out.')
    const matrices = found.layers.map(({ matrix }) => matrix)
    const [left, right] = [fromTheLeft, fromTheRight].map(
      (way) => multipliedOut(matrices, way(matrices.length)).multiplications,
    )
    const token = left === right ? SAME : left < right ? LEFT : RIGHT
    const slips: Record<string, string> = {
      [LEFT]: `From the output side each product keeps the rows of ${output}: are these the fewer?`,
      [RIGHT]: `From the input side each product keeps the columns of ${input}, in the order of evaluation: are these the fewer?`,
      [SAME]: 'The result does not depend on the brackets; what it costs does.',
    }
    return {
      right: { form: 'token', token },
      slipOf: ({ token: given = '' }) => (Object.hasOwn(slips, given) ? slips[given] : null),
      hints: () => [`Which is smaller, ${output} or ${input}? Begin at that end: each product is then small.`],
    }
  },
}
