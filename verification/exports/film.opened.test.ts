import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { animatedSvg } from '../../src/exports/film/animatedSvg.ts'
import type { FilmOf, PaintedFrame } from '../../src/exports/film/frame.ts'
import { gif } from '../../src/exports/film/gif.ts'
import { pptx } from '../../src/exports/film/slides/pptx.ts'
import { zip } from '../../src/exports/film/zip.ts'
import { momentsOf } from '../fixtures/pictures.ts'
import { HOSTILE, OPENED } from './programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'gradual-film-'))
const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 240_000 })

async function written<Frame>(name: string, film: FilmOf<Frame>, frames: readonly Frame[]): Promise<string> {
  for (const frame of frames) await film.add(frame)
  writeFileSync(join(folder, name), await film.finish())
  return name
}

/** Marks over letters have a place of their own in a PDF. */
const letters = (text: string) => text.replace(/\s/g, '')

/** Pages of the presentation as LibreOffice shows it, as texts. */
async function shownSlides(program: string): Promise<string[]> {
  const pictures = momentsOf(program)
  await written('slides.pptx', pptx('https://example.org/'), pictures)
  run('soffice', '--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'pdf', 'slides.pptx')
  const pages = run('pdftotext', '-layout', 'slides.pdf', '-').split('\f').slice(0, -1)
  expect(pages).toHaveLength(pictures.length + 1)
  pictures.forEach(({ title }, i) => {
    expect(letters(pages[i + 1])).toContain(letters(title))
  })
  return pages
}

test('LibreOffice shows a slide for each step, with the numbers of the engine', async () => {
  const [program, ...steps] = await shownSlides(OPENED.lecture)
  expect(program).toContain('f = sin(x1) + x1*x2')
  const last = steps[steps.length - 1]
  // sin 2 + 6, and the adjoints cos 2 + 3 and 2.
  for (const number of ['0.9093', '6.909', '2.584']) expect(last).toContain(number)
  expect(steps[5]).not.toContain('2.584')
})

test('LibreOffice shows a hostile program as its text', async () => {
  const [program] = await shownSlides(HOSTILE)
  expect(program).toContain('<script>alert(1)</script>')
})

test('ffmpeg reads the GIF: a frame for each step, as long as it should be', async () => {
  const [width, height] = [320, 180]
  const frames = Array.from({ length: 7 }, (_, step): PaintedFrame => {
    const pixels = new Uint8ClampedArray(4 * width * height)
    // Enough differs for more codes than a table of LZW has.
    for (let i = 0; i < pixels.length; i++) pixels[i] = i % 4 === 3 ? 255 : (i * (step + 3) * 2_654_435_761) >>> 24
    return { width, height, pixels }
  })
  const name = await written('film.gif', gif('light', 0.5), frames)
  const said = run(
    ...(['ffprobe', '-v', 'error', '-count_frames', '-of', 'csv=p=0'] as const),
    ...['-show_entries', 'stream=width,height,nb_read_frames:format=duration', name],
  )
  expect(said.trim().split(/\s/)).toEqual([`${width},${height},7`, '3.500000'])
})

test('librsvg draws each picture of the zip, and the animation as its last step', async () => {
  const pictures = momentsOf(OPENED.matrices)
  run('unzip', '-q', await written('steps.zip', zip(), pictures))
  pictures.forEach(({ drawing }, i) => {
    run('rsvg-convert', '--output', 'step.png', `${String(i + 1).padStart(3, '0')}.svg`)
    expect(readFileSync(join(folder, 'step.png')).readUInt32BE(16)).toBe(Math.ceil(drawing.width + 24))
  })
  const style = { captioned: true, seconds: 1 }
  const drawn = async (name: string, of: typeof pictures) => {
    run('rsvg-convert', '--output', `${name}.png`, await written(`${name}.svg`, animatedSvg(style), of))
    return readFileSync(join(folder, `${name}.png`))
  }
  const all = await drawn('all', pictures)
  expect(all.equals(await drawn('last', pictures.slice(-1)))).toBe(true)
  expect(all.equals(await drawn('first', pictures.slice(0, 1)))).toBe(false)
})
