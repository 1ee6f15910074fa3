import { chromium, type Page } from '@playwright/test'
import { preview } from 'vite'
import { findBrowser } from '../../e2e/browser.ts'

/** What the page's main thread does with texts of all sizes: run after `npm run build`, on a quiet machine. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['50 nodes', lines(16)],
  ['200 nodes', lines(65)],
  ['1,000 nodes', lines(330)],
  ['1 MB, one line', `x = 1\nf = ${`${'x'.repeat(8)}*x + `.repeat(75_000)}x`],
  ['1 MB, 30,000 lines', lines(30_000)],
  ['1 MB of brackets', `f = ${'('.repeat(500_000)}x${')'.repeat(500_000)}`],
]

function lines(count: number): string {
  const definitions = Array.from({ length: count }, (_, k) => `y${k} = sin(${k ? `y${k - 1}` : 'x'}) * x + ${k}`)
  return `x = 1\n${definitions.join('\n')}`
}

interface Window {
  tasks: number[]
}

const watchTasks = (page: Page) =>
  page.addInitScript(() => {
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration)
    }).observe({ entryTypes: ['longtask'] })
  })

/** The longest tasks in ms while the text is pasted, and while ten letters are then typed into it. */
async function measure(page: Page, text: string): Promise<{ paste: number; type: number }> {
  const longest = async (act: () => Promise<void>) => {
    await page.evaluate(() => {
      ;(window as unknown as Window).tasks.length = 0
    })
    await act()
    await page.waitForTimeout(4000)
    return page.evaluate(() => Math.max(0, ...(window as unknown as Window).tasks))
  }
  const editor = page.getByRole('textbox', { name: 'Program' })
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+a')
  const paste = await longest(() => page.keyboard.insertText(text))
  const type = await longest(() => page.keyboard.type('\nz = x + 1'))
  return { paste, type }
}

const server = await preview({ root: new URL('../..', import.meta.url).pathname, preview: { port: 0 } })
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
try {
  for (const [name, text] of TEXTS) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await watchTasks(page)
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    await page.locator('.cm-content').waitFor()
    const { paste, type } = await measure(page, text)
    console.log(
      `${name.padEnd(20)} longest task: pasting ${paste.toFixed(0)} ms, typing ${type.toFixed(0)} ms (aim 200)`,
    )
    await page.close()
  }
} finally {
  await browser.close()
  await server.close()
}
