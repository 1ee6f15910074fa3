import type { Mode, Primal } from '../../autodiff/pass.ts'
import { COMPOSED } from './composed.ts'
import { ExpressionWriter } from './expressions.ts'
import { JAX_RULES, jax } from './jax.ts'
import { Kinks } from './kinks.ts'
import { TOLD } from './python.ts'
import { definitions, pythonInputs } from './pythonFile.ts'
import { Writing } from './writing.ts'

const driver = (mode: Mode): string => `
outputs = program(*inputs.values())
every = tuple(range(len(inputs)))
jacobian = jax.${mode === 'forward' ? 'jacfwd' : 'jacrev'}(program, argnums=every)(*inputs.values()) if inputs else {}

print(json.dumps({
    "outputs": {name: told(value.tolist()) for name, value in outputs.items()},
    "jacobian": {name: {each: told(x.tolist()) for each, x in zip(inputs, jacobian.get(name, ()))} for name in outputs},
}))`

/** The file without its head: the program as JAX has it, and its Jacobian by the mode. */
export function jaxLines(open: Primal, closed: Primal | null, mode: Mode): string[] {
  const kinks = new Kinks(open, mode, jax.rough)
  const hasKinks = kinks.some
  const writing = new Writing(jax)
  const reserved = [...jax.reserved, ...Object.keys(COMPOSED), 'every']
  const writer = new ExpressionWriter(jax, writing, { kinks: hasKinks ? kinks : null, mode, reserved })
  const body = definitions(writer, hasKinks ? open : (closed ?? open))
  const rule = body.some((line) => line.includes('by_rule(')) ? ['', ...JAX_RULES[mode].split('\n'), ''] : []
  const helpers = writing.helpers(body.join('\n')).flatMap((helper) => ['', ...helper.split('\n'), ''])
  return [
    ...['import json', 'import math', '', 'import jax', 'import jax.numpy as jnp', 'import numpy as np', ''],
    ...['jax.config.update("jax_enable_x64", True)', ''],
    ...[...rule, ...helpers, ...body],
    ...['', ...TOLD.split('\n'), '', ''],
    ...pythonInputs(open, jax),
    ...driver(mode).split('\n'),
  ]
}
