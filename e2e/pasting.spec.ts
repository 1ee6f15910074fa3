import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { link, node, press, program, region } from './page.ts'

const problems = (page: Page) => page.getByRole('list', { name: 'Problems' })

const paste = (page: Page, text: string) =>
  program(page).evaluate((editor, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

const copied = (page: Page) =>
  program(page).evaluate((editor) => {
    const clipboardData = new DataTransfer()
    editor.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/plain')
  })

const PASTED = [
  { what: 'a million line breaks', text: '\n'.repeat(1_000_000), reason: 'more than 250,000 lines' },
  { what: 'two million letters', text: 'x'.repeat(2_000_000), reason: 'more than 1,100,000 characters' },
  { what: 'alternating directions', text: 'aא'.repeat(50_000), reason: 'changes its writing direction' },
  { what: 'a letter with 100,000 marks', text: `x${'\u0301'.repeat(100_000)}`, reason: 'more than 30 marks' },
]

test('a text that is too much to draw is kept, said to be so, and undone; the page goes on working', async ({
  page,
  open,
}) => {
  await open()
  await expect(page.locator('.cm-content')).toBeVisible()
  const written = 'x = 3\nf = x*x'
  await program(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await paste(page, written)
  for (const { what, text, reason } of PASTED)
    await test.step(what, async () => {
      await page.keyboard.press('ControlOrMeta+a')
      await paste(page, text)
      await expect(problems(page).getByRole('listitem')).toContainText([reason])
      await expect(program(page)).toHaveText('This text is kept, but not shown.')
      await page.keyboard.press('ControlOrMeta+a')
      expect((await copied(page)) === text).toBe(true)
      await press(page, 'Next step')
      await program(page).focus()
      await page.keyboard.press('ControlOrMeta+z')
      await expect(problems(page).getByRole('listitem')).toHaveCount(0)
      await expect(program(page)).toContainText('f = x*x')
      await expect(node(region(page, 'Forward'), 'v1')).toHaveAttribute('data-value', '9')
    })
})

test('long lines and many of them are drawn, and one goes on writing', async ({ page, open }) => {
  await open()
  await expect(page.locator('.cm-content')).toBeVisible()
  await program(page).focus()
  for (const text of [`x = 2\n${'# a line\n'.repeat(100_000)}f = x*x`, `x = 2\nf = x*x # ${'long '.repeat(200_000)}`]) {
    await page.keyboard.press('ControlOrMeta+a')
    await paste(page, text)
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('End')
    await page.keyboard.type('1')
    await expect(node(region(page, 'Forward'), 'v1')).toHaveAttribute('data-value', '441')
  }
})

test('a long program waits for the editor instead of filling the field that stands in for it', async ({
  page,
  open,
}) => {
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(/assets\/editor-/, async (route) => {
    await arrived
    await route.continue()
  })
  await open(link({ program: `x = 3\n${'# a line\n'.repeat(1000)}f = x*x` }))
  await expect(node(region(page, 'Forward'), 'v1')).toHaveAttribute('data-value', '9')
  await expect(program(page)).toHaveValue('')
  await expect(program(page)).not.toBeEditable()
  arrive()
  await expect(program(page)).toContainText('x = 3')
})
