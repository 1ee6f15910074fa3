import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { momentsOf } from '../../../../verification/fixtures/pictures.ts'
import { LECTURE } from '../../../../verification/fixtures/programs.ts'
import { xmlOf } from '../../../../verification/fixtures/xml.ts'
import type { MomentPicture } from '../../exported.ts'
import { outlineKind } from './outlineKind.ts'
import { pptx } from './pptx.ts'

const PAGE = 'https://example.org/gradual/'
const HOSTILE = '</a:t><script>alert("1")</script> & ]]> \u0000\ud800 #3 {=1}\' <p:sp>'

/** The parts of a presentation of these steps, by path; each is well formed. */
async function partsOf(pictures: readonly MomentPicture[]) {
  const film = pptx(PAGE)
  for (const picture of pictures) await film.add(picture)
  const files = unzipSync(await film.finish())
  const xml = Object.keys(files).filter((path) => /\.(xml|rels)$/.test(path))
  return new Map(xml.map((path) => [path, { source: strFromU8(files[path]), ...xmlOf(strFromU8(files[path])) }]))
}

type Part = NonNullable<Awaited<ReturnType<typeof partsOf>> extends Map<string, infer P> ? P : never>

const slide = (parts: ReadonlyMap<string, Part>, number: number) => parts.get(`ppt/slides/slide${number}.xml`) as Part
const notes = (parts: ReadonlyMap<string, Part>, number: number) =>
  (parts.get(`ppt/notesSlides/notesSlide${number}.xml`) as Part).texts
const described = ({ elements }: Part) =>
  elements.flatMap(({ name, attributes }) => (name === 'p:cNvPr' && /descr="([^"]+)"/.exec(attributes)?.[1]) || [])

describe('a presentation', async () => {
  const pictures = momentsOf(LECTURE)
  const parts = await partsOf(pictures)
  const last = slide(parts, pictures.length + 1)

  test('is the program, then a slide for each step with its title, its sentence and its numbers', () => {
    const slides = [...parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    expect(slides).toHaveLength(pictures.length + 1)
    expect(slide(parts, 1).texts).toEqual(expect.arrayContaining(LECTURE.trim().split('\n')))
    pictures.forEach(({ title, sentence }, i) => {
      expect(slide(parts, i + 2).texts).toEqual(expect.arrayContaining([title, sentence]))
    })
    // The adjoints of sin(x1) + x1*x2 at (2, 3): cos 2 + 3, and 2.
    expect(last.texts.map((text) => text.trim())).toEqual(expect.arrayContaining(['◂ 2.584', '◂ 2']))
  })

  test('has what the step does and the link to it in its notes, each in a line of its own', () => {
    pictures.forEach(({ sentence, link }, i) => {
      expect(notes(parts, i + 2).slice(0, 2)).toEqual([sentence, PAGE + link])
    })
  })

  test('draws nodes as groups of shapes that can be edited, with words for those who do not see them', () => {
    const { drawing } = pictures[pictures.length - 1]
    const nodes = drawing.shapes.flatMap((shape) => (shape.kind === 'group' && shape.of === 'node' ? shape.label : []))
    expect(described(last)).toEqual(nodes)
    expect(nodes.join()).toContain('adjoint 2.584')
    const shapes = last.elements.flatMap(({ name, attributes }) =>
      name === 'a:prstGeom' ? (/prst="(\w+)"/.exec(attributes)?.[1] ?? []) : [],
    )
    expect(new Set(shapes)).toEqual(new Set(['rect', 'roundRect']))
    expect(last.elements.some(({ name }) => name === 'a:cubicBezTo')).toBe(true)
    expect(last.elements.some(({ name }) => name === 'p:pic')).toBe(false)
  })

  test('numbers what is on a slide, no number twice, and keeps its own marks to itself', () => {
    const numbers = last.elements.flatMap(({ name, attributes }) =>
      name === 'p:cNvPr' ? (/ id="(\d+)"/.exec(attributes)?.[1] ?? []) : [],
    )
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(last.source).not.toMatch(/name="#/)
  })
})

test('whatever users type is text', async () => {
  const [picture] = momentsOf(LECTURE)
  const [text] = picture.drawing.shapes.flatMap((shape) =>
    shape.kind === 'group' ? shape.shapes.flatMap((part) => (part.kind === 'text' ? part : [])) : [],
  )
  const node = { kind: 'group', of: 'node', index: 0, label: HOSTILE, shapes: [{ ...text, text: HOSTILE }] } as const
  const said = {
    title: HOSTILE,
    sentence: `${HOSTILE}\n${HOSTILE}`,
    program: `# ${HOSTILE}\nf = 2`,
    link: `#${HOSTILE}`,
  }
  const parts = await partsOf([{ ...picture, ...said, drawing: { ...picture.drawing, shapes: [node] } }])
  const shown = HOSTILE.replace('\u0000\ud800', '\ufffd\ufffd')
  expect(slide(parts, 2).texts.filter((text) => text.includes(shown))).toHaveLength(4)
  expect(slide(parts, 1).texts).toContain(`# ${shown}`)
  expect(notes(parts, 2).slice(0, 3)).toEqual([shown, shown, `${PAGE}#${shown}`])
  for (const { elements } of parts.values()) expect(elements.map(({ name }) => name)).not.toContain('script')
})

test('a circle is an ellipse, a box a box; what is only alike is a freeform', () => {
  const circle = [
    ['M', 10, 5],
    ['C', 10, 7.76, 7.76, 10, 5, 10],
    ['C', 2.24, 10, 0, 7.76, 0, 5],
    ['C', 0, 2.24, 2.24, 0, 5, 0],
    ['C', 7.76, 0, 10, 2.24, 10, 5],
    ['Z'],
  ] as const
  const box = [['M', 0, 0], ['L', 9, 0], ['L', 9, 4], ['L', 0, 4], ['Z']] as const
  expect(outlineKind(circle)).toEqual({ kind: 'ellipse' })
  expect(outlineKind(box)).toEqual({ kind: 'rect' })
  expect(outlineKind([...box, ...circle])).toEqual({ kind: 'freeform' })
  expect(outlineKind(box.slice(0, 4))).toEqual({ kind: 'freeform' })
  expect(outlineKind([['M', 0, 0], ['L', 9, 1], ['L', 9, 4], ['L', 0, 4], ['Z']])).toEqual({ kind: 'freeform' })
})
