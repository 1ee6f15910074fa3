import { describe, expect, it } from 'vitest'
import { endShow, startShow, toggleBlank } from '../../../state/show.ts'
import { type KeyMoment, SHOW_KEYS, showRunOf } from './showKeys.ts'

const DESK: KeyMoment = {
  presenting: false,
  inLesson: false,
  blank: false,
  speaker: false,
  typing: false,
  single: true,
}
const HALL: KeyMoment = { ...DESK, presenting: true }
const LESSON: KeyMoment = { ...DESK, inLesson: true }

const all = SHOW_KEYS.flatMap(({ keys }) => keys)

describe('whose a key is', () => {
  it('at a desk none is the show’s', () => {
    for (const key of all) expect(showRunOf(key, DESK)).toBe(null)
  })

  it('a clicker’s buttons are the lesson’s, presented or not', () => {
    for (const key of ['PageDown', 'PageUp', 'F5', 'b', '.']) expect(showRunOf(key, LESSON), key).not.toBe(null)
    expect(showRunOf('F5', LESSON)).toBe(startShow)
    expect(showRunOf('Escape', LESSON)).toBe(null)
    expect(showRunOf('e', LESSON)).toBe(null)
  })

  it('the speaker’s window has those that do the same in the hall’s: not what follows the pointer', () => {
    const speakers = all.filter((key) => showRunOf(key, { ...LESSON, speaker: true }) !== null)
    const lessons = all.filter((key) => showRunOf(key, LESSON) !== null)
    expect(speakers.filter((key) => !lessons.includes(key))).toEqual([...'eEtTzZ+=-qQ', 'Escape'])
  })

  it('what is typed stays text, presented or not', () => {
    for (const at of [HALL, LESSON])
      for (const key of all) expect(showRunOf(key, { ...at, typing: true }), key).toBe(null)
  })

  it('on a black screen any key brings the picture back, and does nothing else', () => {
    const blank = { ...HALL, blank: true }
    for (const key of [...all, 'x', 'Enter', 'ArrowRight']) expect(showRunOf(key, blank), key).toBe(toggleBlank)
    expect(showRunOf('Escape', { ...blank, typing: true })).toBe(toggleBlank)
    expect(showRunOf('Shift', blank)).toBe(null)
  })

  it('Escape then leaves the show', () => {
    expect(showRunOf('Escape', HALL)).toBe(endShow)
  })

  it('letters can be switched off; the clicker’s keys stay', () => {
    const off = { ...HALL, single: false }
    expect(showRunOf('b', off)).toBe(null)
    expect(showRunOf('PageDown', off)).not.toBe(null)
  })

  it('each key stands for one thing', () => {
    expect(new Set(all).size).toBe(all.length)
  })
})
