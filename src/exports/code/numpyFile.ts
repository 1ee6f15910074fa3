import type { Primal } from '../../autodiff/pass.ts'
import { byHand, type PassByHand } from './byHand.ts'
import { COMPOSED } from './composed.ts'
import { quoted } from './literals.ts'
import { numpy } from './numpy.ts'
import { TOLD } from './python.ts'
import { indented, pythonInputs } from './pythonFile.ts'
import { Writing } from './writing.ts'

const DRIVER = `with np.errstate(all="ignore"):
    outputs, adjoint = program(*inputs.values())
    jacobian = {}
    for name, value in outputs.items():
        rows = []
        for entry in np.ndindex(np.shape(value)):
            seeds = {each: np.zeros(np.shape(v)) for each, v in outputs.items()}
            seeds[name][entry] = 1.0
            rows.append(adjoint(*seeds.values()))
        jacobian[name] = {
            each: np.reshape([row[i] for row in rows], np.shape(value) + np.shape(x)).tolist()
            for i, (each, x) in enumerate(inputs.items())
        }

print(json.dumps({
    "outputs": {name: told(np.asarray(value).tolist()) for name, value in outputs.items()},
    "jacobian": {name: {each: told(x) for each, x in row.items()} for name, row in jacobian.items()},
}))`

/** The file without its head: primal pass, adjoint pass, and one adjoint pass for each entry of the outputs. */
export function numpyLines(pass: Primal): string[] {
  const writing = new Writing(numpy)
  const hand = byHand(pass, numpy, writing, [...numpy.reserved, ...Object.keys(COMPOSED)])
  const body = bodyOf(hand)
  return [
    ...['import json', 'import math', '', 'import numpy as np', ''],
    ...writing.helpers(body.join('\n')).flatMap((helper) => ['', ...helper.split('\n'), '']),
    ...['', ...body, '', '', ...TOLD.split('\n'), '', ''],
    ...pythonInputs(pass, numpy),
    ...DRIVER.split('\n'),
  ]
}

function bodyOf({ inputs, primal, outputs, zeros, adjoint, adjoints }: PassByHand): string[] {
  const scalars = zeros.filter(({ isArray }) => !isArray).map(({ bar }) => bar)
  const arrays = zeros.filter(({ isArray }) => isArray)
  return [
    `def program(${inputs.join(', ')}):`,
    ...indented(['# Primal pass', ...primal]),
    '',
    `    def adjoint(${outputs.map(({ seed }) => seed).join(', ')}):`,
    ...indented(
      [
        '# Adjoint pass: from the last node back to the inputs, each edge adds adjoint times partial',
        ...atZero(scalars),
        ...arrays.map(({ bar, like }) => `${bar} = np.zeros(np.shape(${like}))`),
        ...adjoint,
        `return [${adjoints.join(', ')}]`,
      ],
      8,
    ),
    '',
    `    return {${outputs.map(({ name, value }) => `${quoted(name)}: ${value}`).join(', ')}}, adjoint`,
  ]
}

const PER_LINE = 8

/** `x_bar = y_bar = 0.0` */
const atZero = (names: readonly string[]): string[] =>
  Array.from(
    { length: Math.ceil(names.length / PER_LINE) },
    (_, i) => `${names.slice(i * PER_LINE, (i + 1) * PER_LINE).join(' = ')} = 0.0`,
  )
