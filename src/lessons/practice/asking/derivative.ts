import { MODES } from '../../../autodiff/pass.ts'
import { firstSeeds } from '../../../autodiff/seeds.ts'
import { passes } from '../../../trace/passes.ts'
import { type Asking, inFraction, placeInPass } from './asking.ts'

/** At this point: by either mode, or by hand. */
export const askDerivative: Asking = ({ graph, setting }, draw) => {
  const mode = draw.of(MODES)
  const [output, input] = [draw.below(graph.outputs.length), draw.below(graph.inputs.length)]
  const seed = 1 + firstSeeds(graph, mode)[mode === 'forward' ? input : output]
  const [of, by] = [graph.outputs[output].name, graph.inputs[input].name]
  return {
    place: placeInPass(passes(setting.primal, mode).get(seed), 'tangents.adjoints.results'),
    text: 'By either mode, or by hand: every way leads to the same number.',
    ask: { question: `What is ${inFraction(of, by)} at this point?`, kind: 'number', of: `derivative ${of} ${by}` },
    reveal: { move: 'end', says: 'The passes are done: the derivative stands at the end of the pass.' },
  }
}

/** As a formula, of functions that have one everywhere. */
export const askFormula: Asking = ({ graph, source }, draw) => {
  if (/max|min|relu/.test(source)) return null
  const [of, by] = [draw.of(graph.outputs).name, draw.of(graph.inputs).name]
  return {
    place: 'mode=compare&pass=primal&step=0&hide=partials.results',
    text: 'By hand, with names in place of numbers.',
    ask: {
      question: `What is ${inFraction(of, by)}, as a formula in the inputs?`,
      ...{ kind: 'expression', of: `derivative ${of} ${by}` },
    },
    reveal: {
      ...{ move: 'link', link: `#v=1&tab=methods&from=${by}&to=${of}&form=simplified&section=symbolic` },
      says: 'The rules, applied line by line, give this.',
    },
  }
}
