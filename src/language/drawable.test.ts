import { describe, expect, it } from 'vitest'
import { tooMuchToDraw } from './drawable.ts'

describe('what is too much to draw', () => {
  it.each([
    ['line breaks', '\n'.repeat(250_000), 'The text has more than 250,000 lines.'],
    ['returns', '\r'.repeat(250_000), 'The text has more than 250,000 lines.'],
    ['characters', 'x'.repeat(1_100_001), 'The text has more than 1,100,000 characters.'],
    ['marks on one letter', `x${'\u0301'.repeat(31)}`, 'A letter of the text carries more than 30 marks.'],
    ['joined pictures', '👩\u200d'.repeat(31), 'A letter of the text carries more than 30 marks.'],
    ['joined Hangul letters', 'ᄀ'.repeat(31), 'A letter of the text carries more than 30 marks.'],
    [
      'alternating directions',
      'aא'.repeat(501),
      'A line of the text changes its writing direction more than 1,000 times.',
    ],
    ['numbers between letters from right to left', 'א1'.repeat(501), /writing direction/],
    ['direction controls', '\u202e'.repeat(501), /writing direction/],
  ])('%s', (_, text, reason) => {
    expect(tooMuchToDraw(text)).toMatch(reason)
    expect(tooMuchToDraw(`x = 2\nf = x*x\n${text}\n`)).toMatch(reason)
  })

  it.each([
    ['nothing', ''],
    ['lines at the limit', '\n'.repeat(249_999)],
    ['lines ended by two characters', '\r\n'.repeat(249_999)],
    ['a long line', `f = ${'x + '.repeat(250_000)}x`],
    ['a letter with a few marks', 'x\u0302\u0307\u0331 = 2'],
    ['Hebrew names', 'ערך = 2\nf = ערך*ערך + 3*ערך\n'.repeat(1000)],
    ['an Arabic comment', `# ${'هذا تعليق '.repeat(2000)}`],
    ['Hindi', `# ${'क्षत्रिय '.repeat(1000)}`],
    ['Korean', `# ${'미분 '.repeat(1000)}`],
    ['a family', '# 👨\u200d👩\u200d👧\u200d👦'],
  ])('not %s', (_, text) => expect(tooMuchToDraw(text)).toBeNull())

  it('is found out at once, at any size', { timeout: 60_000 }, () => {
    const texts = [
      'א'.repeat(1e6),
      'aא\n'.repeat(249_999),
      '+\u0301'.repeat(5e5),
      `א${'+'.repeat(1e6)}`,
      'ᄀ1'.repeat(5e5),
    ]
    for (const text of texts) expect(tooMuchToDraw(text)).toBeNull()
  })
})
