import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { checkLesson } from '../src/lessons/checker.ts'
import { expect, test } from './fixtures.ts'
import { link, notices } from './page.ts'

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const scene = (page: Page, name: string) => page.getByRole('tab', { name })
const isOn = (locator: Locator) => expect(locator).toBeFocused()

/** Writes into a field as a user would, over what is in it. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

async function answer(page: Page, text: string): Promise<void> {
  const given = page.getByRole('textbox', { name: /^Your answer/ })
  await given.fill(text)
  await given.press('Enter')
}

test('a lesson is written by keyboard, kept, saved, opened again and answered', async ({ page, open, axe }) => {
  await open(link({ program: LECTURE, mode: 'reverse', pass: 'f', step: 2 }))
  await button(page, 'Lessons').press('Enter')
  await button(page, 'Write a lesson').press('Enter')
  await isOn(scene(page, '1. A scene without words'))
  await type(page, 'Title of the lesson', 'Back to x1')
  await type(page, 'Title of scene 1', 'Two ways back')
  await type(page, 'Text', 'Two ways lead **back** to $x_1$.')
  await expect(page.getByRole('tabpanel').getByRole('strong')).toHaveText('back')

  await button(page, 'Capture as a new scene').press('Enter')
  await expect(scene(page, '2. A scene without words')).toHaveAttribute('aria-selected', 'true')
  await type(page, 'Title of scene 2', 'The sum')
  await button(page, 'Add a question').press('Enter')
  await type(page, 'Question', 'What is the adjoint of $x_1$?')
  const computed = page.getByRole('combobox', { name: 'It is computed from' })
  await computed.selectOption('adjoint NODE [of OUTPUT]')
  await type(page, 'As the lesson file has it', 'adjoint nobody')
  await expect(page.getByText('Cannot be computed: The program has no “nobody”.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Node', exact: true }).selectOption('x1')
  await expect(field(page, 'As the lesson file has it')).toHaveValue('adjoint x1')
  await expect(page.getByRole('tabpanel').getByText('The answer: 2.584')).toBeVisible()
  await button(page, 'Add a press').press('Enter')
  await page.getByRole('combobox', { name: 'What press 1 does' }).selectOption('Completes all passes')
  await type(page, 'What is said at press 1', 'Both contributions meet.')
  expect(await axe(page)).toEqual([])

  // Keys of the list: the focus stays with what they move, and what is taken back comes back where it was.
  await scene(page, '2. The sum').press('Alt+ArrowUp')
  await isOn(scene(page, '1. The sum'))
  await page.keyboard.press('ControlOrMeta+z')
  await isOn(scene(page, '2. The sum'))
  await page.keyboard.press('Delete')
  await isOn(scene(page, '1. Two ways back'))
  await button(page, 'Undo').press('Enter')
  await expect(scene(page, '2. The sum')).toHaveAttribute('aria-selected', 'true')

  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as a file').press('Enter')])
  expect(download.suggestedFilename()).toBe('back-to-x1.gradual-lesson.json')
  const file = await download.path()
  const { lesson, problems } = checkLesson(await readFile(file, 'utf8'))
  expect(problems).toEqual([])
  expect(lesson?.scenes.map(({ title }) => title)).toEqual(['Two ways back', 'The sum'])

  await button(page, 'Play from here').press('Enter')
  await expect(page.getByRole('heading', { name: 'The sum' })).toBeVisible()
  await isOn(button(page, 'Back to editing'))
  await page.keyboard.press('Enter')
  await isOn(scene(page, '2. The sum'))
  await page.reload()
  await expect(scene(page, '2. The sum')).toHaveAttribute('aria-selected', 'true')
  await expect(field(page, 'Title of the lesson')).toHaveValue('Back to x1')
  await button(page, 'Close the editor').press('Enter')

  await button(page, 'Lessons').press('Enter')
  await expect(page.getByRole('region', { name: 'Your lessons' }).getByRole('button', { name: 'Edit' })).toBeVisible()
  await page.getByLabel('Open a lesson file').setInputFiles(file)
  await expect(page.getByRole('heading', { name: 'Two ways back' })).toBeVisible()
  await page.keyboard.press('PageDown')
  await answer(page, 'cos(2)')
  await expect(page.getByText(/^✗ Not cos\(2\)\. ./)).toBeVisible()
  await answer(page, 'cos(2) + 3')
  await expect(page.getByText('✓ Right: cos(2) + 3')).toBeVisible()

  await page.evaluate(() => {
    const files = new DataTransfer()
    files.items.add(new File(['{"gradual": 1,'], 'broken.gradual-lesson.json'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))
  })
  await expect(notices(page)).toContainText('The file is no JSON')
})
