import katex from 'katex'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { mathFromMarkdown } from 'mdast-util-math'
import { math } from 'micromark-extension-math'
import { describe, expect, test } from 'vitest'
import { lessons, scenes } from '../../../verification/fixtures/lessons.ts'
import { ANSWER_KINDS, type LessonScene } from '../lesson.ts'

test('the lecture and three lessons for self-study are there', () => {
  expect(lessons.map(({ name }) => name).sort()).toEqual(['first-steps', 'forward-or-reverse', 'lecture', 'neuron'])
})

describe.each(lessons)('$name', ({ lesson }) => {
  test('is of version 1, in English, and each scene has an id of its own', () => {
    expect(lesson).toMatchObject({ gradual: 1, language: 'en', title: expect.stringMatching(/\S/) })
    const ids = lesson.scenes.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })
})

test.each(scenes)('$at can be read: formulas typeset, no HTML, short texts', ({ scene }) => {
  for (const text of textsOf(scene)) expectReadable(text)
  expect(wordsIn(scene.text)).toBeLessThanOrEqual(75)
  expect(scene.notes).toMatch(/\S/)
})

test.each(scenes)(
  '$at has a hint and a reveal for what it asks, and slips that are none of the right answers',
  ({ scene: { ask, reveal } }) => {
    if (!ask) return
    expect(ANSWER_KINDS).toContain(ask.kind)
    expect(ask.hint).toMatch(/\S/)
    expect(reveal?.length).toBeGreaterThan(0)
    const answers = (ask.slips ?? []).map(({ answer }) => answer)
    // They are read out as they are.
    for (const { slip } of ask.slips ?? []) expect(slip).not.toMatch(/[$\\`*_]/)
    expect(new Set(answers).size).toBe(answers.length)
    const tokens = ask.choices?.map((choice) => choice.split(':')[0])
    if (ask.kind === 'choice') expect(tokens).toEqual(expect.arrayContaining(answers))
    const given = /^given (.*)$/.exec(ask.of)?.[1]
    if (given === undefined) return
    expect(tokens).toContain(given)
    expect(answers).not.toContain(given)
  },
)

function textsOf({ title, text, notes, ask, reveal }: LessonScene): string[] {
  const asked = [ask?.question, ask?.hint]
  const said = (reveal ?? []).map(({ says }) => says)
  return [title, text, notes, ...asked, ...said].filter((each) => each !== undefined)
}

function expectReadable(text: string): void {
  const seen: { type: string; value?: string; children?: unknown[] }[] = [
    fromMarkdown(text, { extensions: [math()], mdastExtensions: [mathFromMarkdown()] }),
  ]
  for (const node of seen) {
    expect(node.type, text).not.toBe('html')
    if (node.type === 'text') expect(node.value, text).not.toMatch(/[$\\]/)
    if (node.type === 'inlineMath' || node.type === 'math')
      expect(() => katex.renderToString(node.value ?? '', { throwOnError: true, strict: 'error' }), text).not.toThrow()
    seen.push(...((node.children ?? []) as typeof seen))
  }
}

const wordsIn = (text: string) => text.split(/\s+/).length
