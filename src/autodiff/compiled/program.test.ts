import { expect, it } from 'vitest'
import { compile } from '../../core.ts'
import { unroll } from '../../graph/unroll/unroll.ts'
import { begin, evaluateAll } from '../primal.ts'
import { noSums, pullAll } from '../sweep.ts'
import { Program } from './program.ts'

const programs = [
  'f = sin(x1) + x1*x2',
  'x = [1,2,3,4,5,6,7,8,9,10,11]\nf = sum(100*(x[1:] - x[:-1]*x[:-1])^2 + (1 - x[:-1])^2)',
  'X = randn([6,5],1)\nW=randn([5,7],2)\nb=randn([7],3)\nf = mean((tanh(X@W+b)-0.3)^2)',
  'x=[0,1,4]\nf=sum(sqrt(x)[1:])',
  'x=[3,1,4]\ny=2\nf=max(x)*y+prod(x)+max(y,x[0])',
]
it('is bit for bit the tape', () => {
  for (const source of programs)
    for (const unrolled of [false, true]) {
      const { graph: built } = compile(source)
      if (!built) throw new Error(source)
      const graph = unrolled ? unroll(built, () => true) : built
      const output = graph.outputs[0].node
      const pass = begin(graph, graph.initial.slice())
      evaluateAll(pass)
      const sums = noSums(pass)
      sums.numbers[graph.offset[output]] = 1
      sums.present[graph.offset[output]] = 1
      pullAll(pass, sums)
      const slot = new Program(graph, output).slot()
      slot.values.set(graph.initial)
      for (let round = 0; round < 2; round++) {
        slot.evaluate()
        slot.pull()
        expect([source, [...slot.values]]).toEqual([source, [...pass.values]])
        expect([source, [...slot.adjoints]]).toEqual([source, [...sums.numbers]])
      }
    }
})
