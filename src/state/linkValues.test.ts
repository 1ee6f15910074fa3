import { afterEach, expect, test } from 'vitest'
import { compilePython } from '../compile/python.ts'
import { accept, NOTHING_YET } from './compilation.ts'
import { readLink, writeLink } from './link.ts'
import { valuesRead, valuesSaid } from './linkValues.ts'
import { change, now } from './store.ts'

const PROGRAM =
  'import torch.nn as nn\nimport torch\nmodel = nn.Linear(2, 1)\nx = torch.ones(2)\ny = model(x)\ny.backward()'

afterEach(() => change({ point: {}, compilation: NOTHING_YET, notices: [] }))

test('a link carries the values that no literal of the text says, and they decide what it leads to', async () => {
  const point = { 'model.weight': [[0.1, -1e-17]], 'model.bias': [3] }
  change({ point, compilation: accept(NOTHING_YET, PROGRAM, compilePython(PROGRAM)) })
  const values = valuesSaid(now())
  const { moment, notices } = await readLink(await writeLink({ program: PROGRAM, values }))
  expect(notices).toEqual([])
  expect(valuesRead(moment.values)).toEqual(point)
  const { graph } = compilePython(PROGRAM, { at: valuesRead(moment.values) })
  expect(graph?.initial[graph.offset[graph.inputs.find(({ name }) => name === 'model.bias')?.node ?? -1]]).toBe(3)
})

test('values that are none are ignored with a word', () => {
  for (const text of [
    '',
    '7',
    'null',
    '{"a":null}',
    '{"a":[]}',
    '{"a":"1"}',
    `{"a":${'['.repeat(9000)}${']'.repeat(9000)}}`,
  ]) {
    change({ notices: [] })
    expect(valuesRead(text)).toEqual({})
    expect(now().notices).toHaveLength(1)
  }
  expect(valuesRead(undefined)).toEqual({})
})
