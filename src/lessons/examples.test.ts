import { describe, expect, it } from 'vitest'
import cases from '../../verification/cases/published.json' with { type: 'json' }
import { compile } from '../core.ts'
import { examples } from './examples.ts'
import { published } from './published.ts'

describe('the examples', () => {
  it('hold every published program as it was published', () => {
    expect(published.map(({ program }) => program).sort()).toEqual(cases.map(({ program }) => program).sort())
  })

  it.each(examples)('compile without a problem: $name', ({ program }) => {
    const { graph, diagnostics } = compile(program)
    expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(graph?.outputs.length).toBeGreaterThan(0)
  })

  it('have names of their own', () => {
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length)
  })

  it('stand together by group', () => {
    const groups = examples.map(({ group }) => group)
    const starts = groups.filter((group, place) => group !== groups[place - 1])
    expect(new Set(starts).size).toBe(starts.length)
  })

  it('say what they show in one sentence', () => {
    for (const { about } of examples) expect(about).toMatch(/^[^.]+\.$/)
  })
})
