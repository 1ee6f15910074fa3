import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { link, notices, press, program, savedFile, write } from './page.ts'

const KEPT = ['gradual:program', ...Array.from({ length: 11 }, (_, slot) => `gradual:program${slot + 1}`)]

/** Until the browser has a program with these words. */
const untilKept = (page: Page, words: string) =>
  page.waitForFunction(
    ([keys, words]) => (keys as string[]).some((key) => localStorage.getItem(key)?.includes(words as string)),
    [KEPT, words] as const,
  )

/** In the page's origin, where no page of ours runs that would write to its store. */
async function outside(page: Page): Promise<void> {
  await page.route('**/outside', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  )
  await page.goto('./outside')
}

async function recents(page: Page): Promise<string> {
  await press(page, 'Examples')
  const dialog = page.getByRole('dialog', { name: 'Examples' })
  await expect(dialog.getByRole('heading', { name: 'First steps' })).toBeVisible()
  const recent = dialog.getByRole('region', { name: 'Recent programs' })
  const text = (await recent.count()) > 0 ? await recent.innerText() : ''
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  return text
}

test('two tabs each have their own program, after a reload too, and each finds the other’s', async ({
  page: one,
  open,
  context,
}) => {
  await open()
  await write(one, 'one = 1\nf = one^2')
  await untilKept(one, 'one^2')
  const two = await context.newPage()
  await two.goto('./')
  await expect(program(two)).toContainText('one^2')
  await write(two, 'two = 2\ng = two^3')
  await untilKept(two, 'two^3')
  await untilKept(one, 'one^2')
  for (const [page, own, other] of [
    [one, 'one^2', 'two^3'],
    [two, 'two^3', 'one^2'],
  ] as const) {
    await page.goto('about:blank')
    await page.goto('./')
    await expect(program(page)).toContainText(own)
    expect(await recents(page)).toContain(other)
  }
  await two.close()
  await write(one, 'three = 3\nh = three^4')
  await untilKept(one, 'three^4')
  const next = await context.newPage()
  await next.goto('./')
  await expect(program(next)).toContainText('three^4')
  expect(await recents(next)).toContain('two^3')
})

test('what was typed until shortly before a crash is there at the next visit', async ({ page, open, context }) => {
  await open()
  await write(page, 'x = 1\nf = x')
  await page.evaluate(() => setInterval(() => document.execCommand('insertText', false, ' + x'), 50))
  await untilKept(page, 'f = x + x + x')
  const crash = page.waitForEvent('crash')
  const session = await context.newCDPSession(page)
  session.send('Page.crash').catch(() => {})
  await crash
  const next = await context.newPage()
  await next.goto('./')
  await expect(program(next)).toContainText('f = x + x + x')
})

test('a link followed in a page with a text of one’s own leaves it among the recent programs, and undo brings it back', async ({
  page,
  open,
}) => {
  await open()
  await write(page, 'mine = 4\ng = mine^3')
  await page.evaluate((fragment) => location.assign(fragment), link({ program: 'theirs = 1\nh = theirs^4' }))
  await expect(program(page)).toContainText('theirs^4')
  expect(await recents(page)).toContain('mine^3')
  await program(page).click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(program(page)).toContainText('mine^3')
})

test('where the store is full, recent programs give way; where that does not help, it is said once', async ({
  page,
  open,
}) => {
  const fill = async (leave: number) => {
    await outside(page)
    await page.evaluate((leave) => {
      localStorage.setItem('others', '')
      let text = 'o'
      for (let more = 4_000_000; more >= 1; more = Math.floor(more / 2))
        try {
          localStorage.setItem('others', text + 'o'.repeat(more))
          text += 'o'.repeat(more)
        } catch {}
      localStorage.setItem('others', text.slice(leave))
    }, leave)
  }
  await outside(page)
  await page.evaluate(() => {
    const source = `old = 1\n# ${'much '.repeat(1000)}`
    localStorage.setItem('gradual:program', JSON.stringify({ source, at: 1, typed: true }))
  })
  await fill(10)
  await open()
  await press(page, 'Examples')
  await page.getByRole('button', { name: /Speelpenning/ }).click()
  await write(page, 'fits = 1\nf = fits^2')
  await untilKept(page, 'fits^2')
  await expect(notices(page)).toHaveCount(0)
  await fill(10)
  await open()
  for (const text of ['a', 'a*a']) {
    await write(page, `# ${'long '.repeat(1000)}\na = 1\nf = ${text}`)
    await expect(notices(page)).toHaveText(/no room for your program.*Share makes a link/)
  }
  await expect(notices(page)).toHaveCount(1)
})

test('where the store is closed the page works, and says that the program is not kept', async ({ page, open }) => {
  await page.addInitScript(() => {
    const closed = () => {
      throw new DOMException('The store is closed', 'SecurityError')
    }
    for (const store of ['localStorage', 'sessionStorage']) Object.defineProperty(window, store, { get: closed })
  })
  await open()
  await expect(notices(page)).toHaveCount(0)
  await write(page, 'a = 3\nf = a^2')
  await expect(notices(page)).toHaveText(/keeps nothing for this page/)
  await expect(page.getByRole('spinbutton', { name: 'a', exact: true })).toHaveValue('3')
})

test('whatever the store holds, the page starts, in a theme that there is', async ({ page, open }) => {
  const junk = [
    '{',
    '5',
    'null',
    '[]',
    '{"source":5,"at":"x"}',
    '{"theme":"nonsense","shortcuts":3,"source":{}}',
    '"\\ud800"',
  ]
  for (const value of junk) {
    await outside(page)
    await page.evaluate(
      ([keys, value]) => {
        for (const key of [...(keys as string[]), 'gradual:preferences', 'gradual:recent'])
          localStorage.setItem(key, value as string)
        sessionStorage.setItem('gradual:tab', value as string)
      },
      [KEPT, value] as const,
    )
    await open()
    await expect(page.locator('html'), value).toHaveAttribute('data-theme', /^(light|dark)$/)
    await press(page, 'Examples')
    await expect(page.getByRole('button', { name: /Speelpenning/ })).toBeVisible()
  }
})

test('a program that is too long to be opened again is not tried at each visit, and can be had as a file', async ({
  page,
  open,
}) => {
  const long = 'f=x\n'.repeat(300_000)
  await outside(page)
  await page.evaluate((long) => localStorage.setItem('gradual:program', JSON.stringify(long)), long)
  await open()
  await expect(program(page)).toContainText('sin(x1)')
  await expect(notices(page)).toHaveText(/Your program is not opened/)
  expect(await savedFile(page)).toBe(long)
  await write(page, 'after = 1\nf = after^2')
  await untilKept(page, 'after^2')
  await page.goto('about:blank')
  await open()
  await expect(program(page)).toContainText('after^2')
  await expect(notices(page)).toHaveCount(0)
  expect(await recents(page)).toContain('f=x')
})
