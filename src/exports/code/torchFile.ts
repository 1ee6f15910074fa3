import type { Primal } from '../../autodiff/pass.ts'
import { COMPOSED } from './composed.ts'
import { ExpressionWriter } from './expressions.ts'
import { Kinks } from './kinks.ts'
import { TOLD } from './python.ts'
import { definitions, pythonInputs } from './pythonFile.ts'
import { TORCH_RULE, torch } from './torch.ts'
import { Writing } from './writing.ts'

const DRIVER = `for x in inputs.values():
    x.requires_grad_()

outputs = program(*inputs.values())
jacobian = {}
for name, value in outputs.items():
    rows = []
    for entry in value.reshape(-1):  # an adjoint pass for each
        for x in inputs.values():
            x.grad = None
        if entry.requires_grad:
            entry.backward(retain_graph=True)
        rows.append([torch.zeros_like(x) if x.grad is None else x.grad for x in inputs.values()])
    jacobian[name] = {
        each: torch.stack([row[i] for row in rows]).reshape(value.shape + x.shape).tolist()
        for i, (each, x) in enumerate(inputs.items())
    }

print(json.dumps({
    "outputs": {name: told(value.tolist()) for name, value in outputs.items()},
    "jacobian": {name: {each: told(x) for each, x in row.items()} for name, row in jacobian.items()},
}))`

/** The file without its head: the program as PyTorch has it, and one backward pass for each entry of the outputs. */
export function torchLines(open: Primal, closed: Primal | null): string[] {
  const kinks = new Kinks(open, 'reverse', torch.rough)
  const hasKinks = kinks.some
  const writing = new Writing(torch)
  const reserved = [...torch.reserved, ...Object.keys(COMPOSED)]
  const writer = new ExpressionWriter(torch, writing, { kinks: hasKinks ? kinks : null, mode: 'reverse', reserved })
  const body = definitions(writer, hasKinks ? open : (closed ?? open))
  const rule = body.some((line) => line.includes('by_rule(')) ? ['', ...TORCH_RULE.split('\n'), ''] : []
  const helpers = writing.helpers(body.join('\n')).flatMap((helper) => ['', ...helper.split('\n'), ''])
  const needs = helpers.some((line) => line.includes('itertools')) ? ['import itertools'] : []
  return [
    ...[...needs, 'import json', 'import math', '', 'import torch', '', 'torch.set_default_dtype(torch.float64)', ''],
    ...[...rule, ...helpers, ...body],
    ...['', ...TOLD.split('\n'), '', ''],
    ...pythonInputs(open, torch),
    ...DRIVER.split('\n'),
  ]
}
