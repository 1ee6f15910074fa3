import { describe, expect, it } from 'vitest'
import cases from '../../verification/cases/published.json' with { type: 'json' }
import { compile, differentiate } from '../core.ts'
import { TOPICS } from './example.ts'
import { examples } from './examples.ts'
import { published } from './published.ts'
import { pythonPrograms } from './pythonPrograms.ts'

describe('the examples', () => {
  it('hold every published program as it was published', () => {
    const [here, there] = [published, cases].map((each) => each.map(({ program }) => program))
    const message = (of: string) => `of published.ts and verification/cases/published.json only ${of} has`
    expect(
      here.filter((program) => !there.includes(program)),
      message('the former'),
    ).toEqual([])
    expect(
      there.filter((program) => !here.includes(program)),
      message('the latter'),
    ).toEqual([])
  })

  it.each(examples)('compile without a problem: $name', ({ program }) => {
    const { graph, diagnostics } = compile(program)
    expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(graph?.outputs.length).toBeGreaterThan(0)
  })

  it.each(pythonPrograms)('are read as Python, and run: $name', ({ program }) => {
    const { graph, diagnostics, language } = compile(program)
    expect(language).toBe('python')
    expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(graph?.outputs).toHaveLength(1)
  })

  it('give what micrograd prints', () => {
    const { jacobian } = differentiate(pythonPrograms[1].program, { mode: 'reverse' })
    expect(jacobian.g.a).toBeCloseTo(138.8338, 4)
    expect(jacobian.g.b).toBeCloseTo(645.5773, 4)
  })

  it('have names of their own', () => {
    const names = [...examples, ...pythonPrograms].map(({ name }) => name)
    expect(
      names.filter((name, i) => names.indexOf(name) < i),
      'names that stand twice',
    ).toEqual([])
  })

  it('stand by topic, none of which is empty, the easier ones first', () => {
    const places = examples.map(({ topic, level }) => 10 * TOPICS.indexOf(topic) + level)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    for (const topic of TOPICS) {
      const levels = examples.filter((example) => example.topic === topic).map(({ level }) => level)
      expect(levels, topic).toContain(1)
      for (const level of levels) expect([1, 2, 3]).toContain(level)
    }
  })

  it('say what they show in one sentence', () => {
    for (const { name, about } of [...examples, ...pythonPrograms])
      expect(about, `about of “${name}”`).toMatch(/^[^.]+\.$/)
  })
})
