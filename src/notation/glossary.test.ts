import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GLOSSARY, type TermName } from './glossary.ts'

const entries = Object.entries(GLOSSARY)
const sentences = (text: string) => text.split(/[.!?](?:\s+|$)/).filter(Boolean)

const UI = new URL('../ui/', import.meta.url)
const used = readdirSync(UI, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) =>
    [...readFileSync(new URL(file, UI), 'utf8').matchAll(/<GlossaryTerm name="(\w+)"/g)].map(([, name]) => name),
  )

describe('the glossary', () => {
  it('has every word of the contract', () => {
    const terms = entries.map(([, { term }]) => term).join(' · ')
    for (const word of [
      ...['program', 'input', 'data', 'parameter', 'output', 'primitive', 'operand', 'consumer', 'slot', 'primal'],
      ...['tangent', 'adjoint', 'cotangent', 'local partial', 'seed', 'pass', 'sweep', 'forward mode', 'reverse mode'],
      ...[
        'JVP',
        'pushforward',
        'VJP',
        'pullback',
        'term',
        'step',
        'tape',
        'module',
        'distributor',
        'router',
        'switcher',
      ],
      ...['linearised', 'mini-batch'],
    ])
      expect(terms).toContain(word)
  })

  it('has what the page explains in place', () => {
    expect(used.length).toBeGreaterThan(10)
    for (const name of used) expect(GLOSSARY[name as TermName], name).toBeDefined()
  })

  it.each(entries)('explains %s in one sentence or two', (_, { means }) => {
    expect(means).toMatch(/^[A-Z].*\.$/)
    expect(sentences(means).length).toBeLessThanOrEqual(2)
    expect(means.length).toBeLessThan(150)
  })

  it('has each term once', () => {
    expect(new Set(entries.map(([, { term }]) => term)).size).toBe(entries.length)
  })
})
