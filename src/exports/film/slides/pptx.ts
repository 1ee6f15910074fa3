import PptxGenJS from 'pptxgenjs'
import { hexOf, type ThemeColour } from '../../../picture/drawing/colours.ts'
import { textWidth, widthOf } from '../../../picture/figure.ts'
import type { MomentPicture } from '../../exported.ts'
import { sayable } from '../../picture/xml.ts'
import { fitted, type Rectangle } from '../../placed.ts'
import type { FilmOf } from '../frame.ts'
import { grouped, type SlideGroup } from './grouped.ts'
import { addShape, FONTS, POINTS, partName } from './slideShapes.ts'

/** Inches. */
const SLIDE = { width: 40 / 3, height: 7.5 }
const LEFT = 0.6
const ROOM = SLIDE.width - 2 * LEFT
const TITLE = { x: LEFT, y: 0.3, w: ROOM, h: 0.6 }
const SENTENCE = { x: LEFT, y: 6.2, w: ROOM, h: 1.05 }
const PICTURE: Rectangle = { x: LEFT, y: 1, width: ROOM, height: 4.95 }

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

/** A presentation: the program, then a slide for each step, whose notes have what the step does and the link to it. */
export function pptx(page: string): FilmOf<MomentPicture> {
  const presentation = new PptxGenJS()
  presentation.layout = 'LAYOUT_WIDE'
  const groups: SlideGroup[][] = []
  return {
    ...{ extension: 'pptx', type: PPTX },
    add(picture) {
      if (groups.length === 0) {
        defineSlides(presentation, picture)
        addProgram(presentation, picture, page)
        groups.push([])
      }
      groups.push(addStep(presentation, picture, page))
    },
    async finish() {
      return grouped((await presentation.write({ outputType: 'uint8array' })) as Uint8Array, groups)
    },
  }
}

const STEP = 'Step'
const PROGRAM = 'Program'

function defineSlides(presentation: PptxGenJS, { theme, program }: MomentPicture): void {
  const colour = (name: ThemeColour) => hexOf(name, theme).slice(1)
  const background = { color: colour('canvas') }
  const words = { align: 'left', margin: 0, fontFace: FONTS.text, color: colour('ink') } as const
  const title = placeholder({
    ...words,
    ...TITLE,
    name: 'title',
    type: 'title',
    valign: 'middle',
    fontSize: 24,
    bold: true,
  })
  const sentence = placeholder({ ...words, ...SENTENCE, name: 'sentence', type: 'body', valign: 'top', fontSize: 18 })
  presentation.title = sayable(program.split('\n')[0])
  presentation.defineSlideMaster({ title: STEP, background, objects: [title, sentence] })
  presentation.defineSlideMaster({ title: PROGRAM, background, objects: [title] })
}

const placeholder = (options: PptxGenJS.PlaceholderProps) => ({ placeholder: { options, text: '' } })

const linkTo = (page: string, { link }: MomentPicture) => sayable(page + link)

/** Points: of the program’s letters where there is room, and where there is little. */
const LETTERS = { most: 24, least: 7 }
const LEADING = 1.35

/** The text itself, all of it in the notes where a slide has no room. */
function addProgram(presentation: PptxGenJS, picture: MomentPicture, page: string): void {
  const slide = presentation.addSlide({ masterName: PROGRAM })
  const lines = sayable(picture.program).split(/\r?\n/)
  const box = { x: LEFT, y: 1.2, w: ROOM, h: 5.7 }
  const longest = Math.max(1, ...lines.map((line) => widthOf(line, 1)))
  const fitting = POINTS * Math.min(box.w / longest, box.h / (lines.length * LEADING))
  const size = Math.max(LETTERS.least, Math.min(LETTERS.most, fitting))
  const room = Math.floor((POINTS * box.h) / (size * LEADING))
  const shown = lines.length <= room ? lines : [...lines.slice(0, room - 1), '…']
  slide.addText('The program', { placeholder: 'title' })
  slide.addText(
    shown.map((line) => ({ text: line === '' ? ' ' : line, options: { breakLine: true } })),
    {
      ...{ ...box, margin: 0, align: 'left', valign: 'top', isTextBox: true },
      ...{ fontFace: FONTS.mono, fontSize: size, color: hexOf('ink', picture.theme).slice(1) },
      objectName: partName(-1, 'Program'),
    },
  )
  slide.addNotes(`${lines.join('\n')}\n${linkTo(page, picture)}`)
}

function addStep(presentation: PptxGenJS, picture: MomentPicture, page: string): SlideGroup[] {
  const { drawing, theme, title, sentence } = picture
  const slide = presentation.addSlide({ masterName: STEP })
  const placing = fitted(drawing, PICTURE, 10_000)
  const groups: SlideGroup[] = []
  slide.addText(sayable(title), { placeholder: 'title', ...fontFor(title, 24, 1) })
  slide.addText(sayable(sentence), { placeholder: 'sentence', ...fontFor(sentence, 18, 3) })
  for (const shape of drawing.shapes) {
    if (shape.kind === 'group') groups.push({ name: NAMES[shape.of], label: shape.label })
    addShape(slide, shape, placing, theme, shape.kind === 'group' ? groups.length - 1 : -1)
  }
  slide.addNotes(`${sayable(sentence)}\n${linkTo(page, picture)}`)
  return groups
}

const NAMES = { node: 'Node', edge: 'Edge', hull: 'Module', chip: 'Derivative' } as const

/** Smaller than the slide’s letters where they would need more lines. */
function fontFor(text: string, size: number, lines: number): { fontSize?: number } {
  const width = textWidth(text, size) / POINTS
  const room = lines * ROOM * 0.95
  return width <= room ? {} : { fontSize: Math.max(9, size * Math.min(1, Math.sqrt(room / width))) }
}
