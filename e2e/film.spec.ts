import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from './fixtures.ts'
import { link } from './page.ts'

const PROGRAM = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'
/** Those of the primal pass with its start, then those of the adjoint pass. */
const STEPS = 6 + 5

const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check()

/** Before each image a GIF says how long it stands. */
const STANDS = Buffer.from([0x21, 0xf9, 0x04])

function framesIn(film: Buffer): number {
  let frames = 0
  for (let at = film.indexOf(STANDS); at >= 0; at = film.indexOf(STANDS, at + 1)) if (film[at + 8] === 0x2c) frames++
  return frames
}

async function made(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const file = await download
  await expect(page.getByRole('dialog').getByText(`✓ Saved as ${file.suggestedFilename()}`)).toBeVisible()
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

test('every step becomes slides, a GIF and a video, made off the page, and can be cancelled', async ({ page, axe }) => {
  await page.goto(link({ program: PROGRAM, mode: 'reverse' }))
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await choose(page, 'Slides and film')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(`${STEPS} pictures.`)).toBeVisible()

  const slides = await made(page, 'Make the slides')
  const parts = unzipSync(new Uint8Array(slides.bytes))
  expect(Object.keys(parts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))).toHaveLength(STEPS + 1)
  expect(strFromU8(parts[`ppt/slides/slide${STEPS + 1}.xml`])).toContain('2.584')
  expect(strFromU8(parts[`ppt/notesSlides/notesSlide${STEPS + 1}.xml`])).toContain('http://')
  await expect(page.getByRole('button', { name: 'Make the slides' })).toBeFocused()

  await choose(page, 'GIF')
  await choose(page, '1920 × 1080')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Make the GIF' }).press('Enter')
  await expect(page.getByRole('progressbar', { name: 'Steps made' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(dialog.getByText('Cancelled.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make the GIF' })).toBeFocused()
  await expect.poll(() => page.workers().length).toBe(0)

  await choose(page, '1280 × 720')
  await choose(page, 'This pass')
  await expect(dialog.getByText('6 pictures')).toBeVisible()
  const film = (await made(page, 'Make the GIF')).bytes
  expect([film.toString('latin1', 0, 6), film.readUInt16LE(6), film.readUInt16LE(8)]).toEqual(['GIF89a', 1280, 720])
  expect(framesIn(film)).toBe(6)

  await choose(page, 'Video')
  const noEncoder = dialog.getByText('This browser has no encoder')
  await expect(noEncoder.or(dialog.getByText('This browser writes'))).toBeVisible()
  if (await noEncoder.isVisible()) return
  const { name, bytes } = await made(page, 'Make the video')
  expect(bytes.toString('latin1', 0, 64)).toMatch(name.endsWith('.mp4') ? /ftyp/ : /webm/)
})
