import { expect, type Locator, type Page } from '@playwright/test'

/** The fragment of a link to a program and a moment. */
export const link = (fields: Record<string, string | number>) =>
  `#v=1&${Object.entries(fields)
    .map(([field, value]) => `${field}=${encodeURIComponent(value)}`)
    .join('&')}`

export const program = (page: Page) => page.getByRole('textbox', { name: 'Program' })
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** Where a mode is shown: on a graph of its own, or in Compare on the one that carries both. */
export const region = (page: Page, side: 'Forward' | 'Reverse') =>
  page.getByRole('region', { name: new RegExp(`^(${side} mode|Both modes)$`) })
export const caption = (page: Page) => page.getByRole('region', { name: 'Caption' })
export const tally = (page: Page) => page.getByRole('status', { name: 'Tally' })
export const notices = (page: Page) => page.getByRole('list', { name: 'Notices' }).getByRole('listitem')
/** A chapter, or a page of the ledger, which belongs to the chapter Follow. */
export async function tab(page: Page, name: string): Promise<void> {
  const there = page.getByRole('tab', { name, exact: true })
  if (LEDGER.includes(name) && !(await there.isVisible())) await page.getByRole('tab', { name: 'Follow' }).click()
  await there.click()
}
const LEDGER = ['Step', 'Trace', 'Jacobian']

export const node = (pane: Locator, symbol: string) =>
  pane.getByRole('group', { name: 'Graph' }).locator(`[data-node="${symbol}"]`)

/** Until all has arrived that loads after the graph, among it the editor, the counts of both modes and the words of the step. */
export async function rest(page: Page): Promise<void> {
  await expect(page.locator('.cm-content')).toBeVisible()
  await expect(page.locator('[data-state="counted"]')).toHaveCount(2)
  await expect(page.locator('.caption-sentence, .app-panel').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
}

/** Replaces the whole program, as a user would by select-all and typing. */
export async function write(page: Page, text: string): Promise<void> {
  await program(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

/** The text of the file that a notice offers. */
export async function savedFile(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save as a file')])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** What the Jacobian table shows, by "output/input"; unfilled cells are left out. */
export async function jacobian(page: Page): Promise<Record<string, number>> {
  await tab(page, 'Jacobian')
  const table = page.getByRole('table', { name: 'Jacobian' })
  await expect(table).toBeVisible()
  return table.evaluate((element) => {
    const [head, ...rows] = [...(element as HTMLTableElement).rows]
    const inputs = [...head.querySelectorAll('th')].map((cell) => cell.textContent ?? '').filter(Boolean)
    const cells: Record<string, number> = {}
    for (const row of rows) {
      const output = row.querySelector('th')?.textContent ?? ''
      row.querySelectorAll('td').forEach((cell, index) => {
        const value = cell.querySelector('data')?.getAttribute('value')
        if (value != null) cells[`${output}/${inputs[index]}`] = Number(value)
      })
    }
    return cells
  })
}
