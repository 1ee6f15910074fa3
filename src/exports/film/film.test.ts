import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { momentsOf } from '../../../verification/fixtures/pictures.ts'
import { LECTURE } from '../../../verification/fixtures/programs.ts'
import { xmlOf } from '../../../verification/fixtures/xml.ts'
import type { DrawnShape } from '../../picture/drawing/drawing.ts'
import type { MomentPicture } from '../exported.ts'
import { EM, setText } from '../outlines/outlined.ts'
import { animatedSvg } from './animatedSvg.ts'
import { captioned } from './captioned.ts'
import type { PaintedFrame } from './frame.ts'
import { gif } from './gif.ts'
import { gifColours } from './gifColours.ts'
import { lastingParts } from './lasting.ts'
import { readGif } from './readGif.fixtures.ts'
import { zip } from './zip.ts'

const STYLE = { width: 1280, height: 720, captioned: true }
const HOSTILE = '</desc><script>alert("1")</script> & ]]> \u0000'
const pictures = momentsOf(LECTURE)
const [first] = pictures
const hostile: MomentPicture = {
  ...first,
  title: HOSTILE,
  sentence: HOSTILE,
  program: `# ${HOSTILE}`,
  link: `#${HOSTILE}`,
}

const textsIn = (shapes: readonly DrawnShape[]) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []))

describe('a frame', () => {
  test('has the size that is asked for, the picture inside and the sentence under it', () => {
    for (const picture of pictures) {
      const { width, height, shapes } = captioned(picture, STYLE)
      expect([width, height]).toEqual([1280, 720])
      const caption = textsIn(shapes).slice(textsIn(picture.drawing.shapes).length)
      expect(caption.map(({ text }) => text).join(' ')).toBe(`${picture.title} ${picture.sentence}`)
      for (const group of shapes)
        for (const shape of group.kind === 'group' ? group.shapes : [])
          if (shape.kind === 'text') expect(shape.y).toBeLessThan(720 - 0.2 * 720)
    }
  })

  test('breaks long sentences between words, and writes those smaller that would need more lines than there are', () => {
    const sentence = 'Reverse: the adjoint of v₁₂ is handed on to its operands. '.repeat(12).trim()
    const { shapes } = captioned({ ...first, sentence: `${sentence} ${'x'.repeat(300)}` }, STYLE)
    const [, ...lines] = textsIn(shapes)
    expect(lines.map(({ text }) => text).join(' ')).toContain(sentence)
    for (const { text, size, x, y } of lines) {
      expect(x + ((setText(text, { font: 'text', weight: 400 })?.width ?? Infinity) * size) / EM).toBeLessThanOrEqual(
        1280,
      )
      expect(y).toBeLessThan(720)
    }
  })

  test('is the picture alone without its sentence', () => {
    const last = pictures[pictures.length - 1]
    const { shapes } = captioned(last, { ...STYLE, captioned: false })
    expect(shapes).toHaveLength(1 + last.drawing.shapes.length)
  })
})

describe('a zip', () => {
  test('has a picture of each step, and what each does', async () => {
    const film = zip()
    for (const picture of [...pictures, hostile]) await film.add(picture)
    const files = unzipSync(await film.finish())
    const names = Object.keys(files).filter((name) => name.endsWith('.svg'))
    expect(names).toEqual([...pictures, hostile].map((_, i) => `${String(i + 1).padStart(3, '0')}.svg`))
    for (const name of names) expect(xmlOf(strFromU8(files[name])).elements[0].name).toBe('svg')
    for (const { title, sentence } of pictures)
      expect(strFromU8(files['steps.txt'])).toContain(`${title}\n${sentence}\n`)
  })
})

async function animation(of: readonly MomentPicture[]): Promise<string> {
  const film = animatedSvg({ captioned: true, seconds: 1.5 })
  for (const picture of of) await film.add(picture)
  return strFromU8(await film.finish())
}

describe('an animated SVG', () => {
  test('is one document without script, which tells users what it shows', async () => {
    const { elements, texts } = xmlOf(await animation([...pictures, hostile]))
    const names = new Set(elements.map(({ name }) => name))
    expect(names).not.toContain('script')
    expect(names).not.toContain('image')
    expect(elements.some(({ attributes }) => /\son\w+=/.test(attributes))).toBe(false)
    expect(texts).toContain(HOSTILE.replace('\u0000', '\ufffd'))
  })

  test('never begins anew, and stands still for those who ask for it', async () => {
    const source = await animation(pictures)
    expect(source).toMatch(/@media \(prefers-reduced-motion:\s?reduce\)\{g\{animation:none/)
    expect(source).not.toContain('infinite')
    const delays = [...source.matchAll(/ 1ms ([\d.]+)s forwards/g)].map(([, at]) => Number(at))
    expect(Math.max(...delays)).toBe(1.5 * (pictures.length - 1))
  })

  test('has what steps have in common once: forty-five nodes in sixty steps stay under a megabyte', async () => {
    const lines = Array.from({ length: 22 }, (_, i) => `y${i + 1} = sin(${i ? `y${i}` : 'x'}) + x`)
    const sixty = momentsOf(['x = 2', ...lines].join('\n')).slice(0, 60)
    expect(sixty).toHaveLength(60)
    expect((await animation(sixty)).length).toBeLessThan(1e6)
  })
})

test('the parts that are there in a frame are those of the frame, in their order', () => {
  const frames = ['abcd', 'abxcd', 'axcd', 'dabc', 'aabcd', '', 'abcd'].map((frame) => frame.split(''))
  const parts = lastingParts(frames)
  frames.forEach((frame, i) => {
    const shown = parts.filter(({ spans }) => spans.some(([from, to]) => from <= i && i < to))
    expect(shown.map(({ part }) => part)).toEqual(frame)
  })
  expect(parts.length).toBeLessThan(12)
})

describe('a GIF', () => {
  const size = { width: 40, height: 20 }
  /** A box of a colour, further to the right in each frame, on the canvas. */
  const frame = (step: number, colour: readonly number[]): PaintedFrame => {
    const pixels = new Uint8ClampedArray(4 * size.width * size.height).fill(255)
    for (let y = 5; y < 15; y++)
      for (let x = 4 * step; x < 4 * step + 8; x++) pixels.set(colour, 4 * (y * size.width + x))
    return { ...size, pixels }
  }
  const steps = [0, 1, 2, 3, 4].map((step) => frame(step, [0xb0, 0x46, 0x00, 255]))

  test('has a frame for each step, each as long as it should stand, and plays once', async () => {
    const film = gif('light', 1.5)
    for (const step of steps) await film.add(step)
    const read = readGif(await film.finish())
    expect(read).toMatchObject({ ...size, loops: null })
    expect(read.frames.map(({ delay }) => delay)).toEqual(steps.map(() => 1.5))
    read.frames.forEach(({ pixels }, i) => {
      expect(pixels).toEqual([...steps[i].pixels])
    })
  })

  test('has the colours of each theme, and those between them, in one palette', () => {
    for (const theme of ['light', 'dark', 'projector'] as const) {
      const colours = gifColours(theme)
      expect(colours.length).toBeLessThan(256)
      expect(new Set(colours.map(String)).size).toBe(colours.length)
    }
  })
})
