import { type Case, type DerivativeSample, type Mistake, mistakeOf } from './case.ts'

/** The derivative of something else, or by something else, or something that is none. */
export function ofAnother(wrong: Case): Mistake | null {
  const { input, output } = wrong.question
  const isAntiderivative = ({ pass, slope, tolerance }: DerivativeSample) =>
    Math.abs(slope - pass.values[output.node]) <= tolerance + 1e-8 * Math.abs(slope)
  if (wrong.explains(({ pass }) => pass.values[output.node]))
    return mistakeOf('value instead of derivative', `This is ${output.name} itself, not its derivative.`)
  if (wrong.samples.every(({ typed }) => typed === 0))
    return mistakeOf('taken for a constant', `${output.name} depends on ${input.name}: its derivative is not 0.`)
  if (wrong.samples.every(isAntiderivative))
    return mistakeOf(
      'antiderivative',
      `This is an integral of ${output.name}, not its derivative: ${output.name} is the derivative of it.`,
    )
  return (
    byAnother(wrong) ??
    ofAnotherOutput(wrong) ??
    (wrong.explains(({ derivative }) => -derivative)
      ? mistakeOf('sign', `The sign of the whole derivative of ${output.name} by ${input.name} is wrong.`)
      : null)
  )
}

function byAnother(wrong: Case): Mistake | null {
  const { graph, input } = wrong.question
  const others = graph.inputs.filter(({ node }) => node !== input.node)
  const by = others.find(({ node }) => wrong.explains((_, k) => wrong.adjoints[k].numbers[node]))
  if (by)
    return mistakeOf('wrong variable', `This is the derivative by ${by.name}; asked for is the one by ${input.name}.`)
  const added = others.find(({ node }) =>
    wrong.explains(({ derivative }, k) => derivative + wrong.adjoints[k].numbers[node]),
  )
  if (!added) return null
  const says = `The derivative by ${added.name} was added: ${added.name} is another input, which stands still while ${input.name} changes.`
  return mistakeOf('other input not held fixed', says)
}

function ofAnotherOutput(wrong: Case): Mistake | null {
  const { graph, output } = wrong.question
  const of = graph.outputs.find(
    ({ node }) =>
      node !== output.node &&
      wrong.explains(({ tangents }) => (tangents.present[node] ? tangents.numbers[node] : null)),
  )
  return of
    ? mistakeOf('wrong output', `This is the derivative of ${of.name}; asked for is that of ${output.name}.`)
    : null
}
