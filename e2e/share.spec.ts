import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { momentFile } from '../src/exports/carried/carried.ts'
import { withMomentInPng } from '../src/exports/carried/png.ts'
import { withMomentInSvg } from '../src/exports/carried/svg.ts'
import { expect, test } from './fixtures.ts'
import { link, node, notices, press, program, region, write } from './page.ts'

const AT_STEP = link({ program: 'x1 = 2\nf = sin(x1)*x1', mode: 'reverse', pass: 'f', step: 2 })

const linkField = (page: Page) => page.getByRole('textbox', { name: 'Link' })
const reverse = (page: Page) => region(page, 'Reverse')

test('what the reader sees is chosen with the link, and the page of the one who shares stays as it is', async ({
  page,
  open,
  browser,
}) => {
  await open(AT_STEP)
  await press(page, 'Share')
  await expect(linkField(page)).toHaveValue(/#v=1&program=x1/)
  await page.getByRole('radio', { name: 'Short' }).check()
  await expect(linkField(page)).toHaveValue(/#v=1&z=/)
  await page.getByRole('checkbox', { name: 'Adjoints' }).check()
  await page.getByRole('checkbox', { name: 'The program', exact: true }).check()
  await page.getByRole('checkbox', { name: 'The inputs’ values' }).check()
  await page.getByRole('checkbox', { name: 'Header' }).uncheck()
  await page.getByRole('checkbox', { name: 'Trace and Jacobian' }).uncheck()
  await expect(linkField(page)).toHaveValue(/hide=adjoints&lock=program.inputs&panels=/)
  const address = await linkField(page).inputValue()

  await press(page, 'Show it large')
  const code = page.getByRole('dialog', { name: 'Code for a hall' })
  await expect(code.getByRole('img')).toBeInViewport({ ratio: 1 })
  await expect(code).toContainText(new URL(address).host)
  await page.keyboard.press('Escape')
  await expect(code).toBeHidden()
  await expect(linkField(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unlock a copy' })).toHaveCount(0)

  const reader = await (await browser.newContext()).newPage()
  await reader.goto(address)
  for (const turn of ['opened', 'reloaded']) {
    await expect(reader.getByText('Reverse mode, f, step 2 of 3'), turn).toBeVisible()
    await expect(node(reverse(reader), 'v1')).toHaveAccessibleName(/adjoint hidden/)
    await expect(reader.getByRole('banner')).toBeHidden()
    await expect(reader.getByRole('tab', { name: 'Trace' })).toBeHidden()
    await expect(reader.getByText('The program and its inputs are locked by the link.')).toBeVisible()
    await expect(reader.getByRole('slider', { name: 'x1' })).toBeDisabled()
    if (turn === 'opened') await reader.reload()
  }
  await expect(reader.locator('.cm-content')).toHaveAttribute('aria-readonly', 'true')
  await write(reader, 'f = 1')
  await expect(program(reader)).toContainText('sin(x1)')
  await press(reader, 'Unlock a copy')
  await write(reader, 'x = 3\ng = x^2')
  await expect(node(reverse(reader), 'x')).toBeVisible()
  await expect(reader).not.toHaveURL(/lock=/)
})

/** A file of the user’s, dropped or pasted anywhere. */
const give = (page: Page, way: 'drop' | 'paste', name: string, bytes: Uint8Array | string) =>
  page.evaluate(
    ([way, name, base64]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name))
      const how = { bubbles: true, cancelable: true }
      document.body.dispatchEvent(
        way === 'drop'
          ? new DragEvent('drop', { ...how, dataTransfer: data })
          : new ClipboardEvent('paste', { ...how, clipboardData: data }),
      )
    },
    [way, name, Buffer.from(bytes).toString('base64')] as const,
  )

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "run"</script></svg>'

test('a file is the live moment again, dropped, pasted or chosen, and the program before it stays', async ({
  page,
  open,
}) => {
  await open(AT_STEP)
  await press(page, 'Share')
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save as a file')])
  expect(download.suggestedFilename()).toBe('moment.gradual.json')
  await page.keyboard.press('Escape')
  await write(page, 'mine = 7\ng = mine^2')
  await expect(node(reverse(page), 'mine')).toBeVisible()

  await give(page, 'drop', 'moment.gradual.json', await readFile(await download.path()))
  await expect(page.getByText('Reverse mode, f, step 2 of 3')).toBeVisible()
  const at = (name: string, step: number) => ({
    program: `${name} = 3\nf = ${name}*2`,
    moment: `#v=1&mode=forward&pass=${name}&step=${step}`,
  })
  await give(page, 'drop', 'picture.svg', withMomentInSvg(SVG, at('drawn', 2)))
  await expect(page.getByText('Forward mode, drawn, step 2 of 2')).toBeVisible()
  await give(page, 'paste', 'image.png', withMomentInPng(PNG, at('painted', 1)))
  await expect(page.getByText('Forward mode, painted, step 1 of 2')).toBeVisible()
  await give(page, 'drop', 'own.txt', 'plain = 5\r\nf = plain^3\r\n')
  await expect(node(reverse(page), 'plain')).toBeVisible()
  await give(page, 'drop', 'photo.png', PNG)
  await expect(notices(page)).toContainText('“photo.png” carries no program')
  await expect(page).not.toHaveTitle('run')

  await press(page, 'Examples')
  await expect(page.getByRole('region', { name: 'Recent programs' })).toContainText('mine^2')
  const choose = (name: string, text: string) =>
    page
      .getByLabel('Open a file', { exact: true })
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await choose('broken.json', '{"gradual": 1')
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('“broken.json” is no moment')
  await choose('moment.json', momentFile(at('chosen', 1)))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('Forward mode, chosen, step 1 of 2')).toBeVisible()
})
