import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { link, notices, press } from './page.ts'

const PROGRAM = `x = 0.5\n${Array.from({ length: 9 }, (_, k) => `h${k + 1} = sin(${k ? `h${k}` : 'x'})*x`).join('\n')}`
const zoom = (page: Page) => page.getByRole('button', { name: /^100 %/ })
const addressHas = (page: Page, words: RegExp) =>
  page.waitForFunction(({ source }) => new RegExp(source).test(location.hash), words)
const addressLacks = (page: Page, words: string) =>
  page.waitForFunction((words) => !location.hash.includes(words), words)

/** The node whose figure is nearest to the middle of the picture. */
const inTheMiddle = (page: Page) =>
  page.getByRole('group', { name: 'Graph', exact: true }).evaluate((picture) => {
    const middleOf = ({ left, width, top, height }: DOMRect) => ({ x: left + width / 2, y: top + height / 2 })
    const { x, y } = middleOf(picture.getBoundingClientRect())
    const places = [...picture.querySelectorAll<HTMLElement>('[data-node]')].map((node) => {
      const place = middleOf(node.getBoundingClientRect())
      return { name: node.dataset.node ?? '', distance: Math.hypot(place.x - x, place.y - y) }
    })
    return places.reduce((a, b) => (b.distance < a.distance ? b : a))
  })

test('a link keeps how the user sees the graph, in a window of another size too, until all of it is shown', async ({
  page,
  open,
  browser,
}) => {
  await open(link({ program: PROGRAM }))
  for (let times = 0; times < 4; times++) await press(page, 'Zoom in')
  const picture = page.getByRole('group', { name: 'Graph', exact: true })
  const { x, y, width, height } = (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(x + width * 0.55, y + height * 0.95)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.25, y + height * 0.75, { steps: 4 })
  await page.mouse.up()
  await addressHas(page, /&zoom=[\d.]+&at=\w+/)
  // What is seen is said once the picture rests.
  await expect.poll(async () => page.url().includes(`&at=${(await inTheMiddle(page)).name}`)).toBe(true)
  await press(page, 'Share')
  const address = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  const [, at] = /&at=(\w+)/.exec(address) ?? []
  expect((await inTheMiddle(page)).name).toBe(at)
  const size = (await zoom(page).textContent()) ?? ''

  const elsewhere = await (await browser.newContext({ viewport: { width: 1000, height: 700 } })).newPage()
  await elsewhere.goto(address)
  await expect(zoom(elsewhere)).toHaveText(size)
  await expect.poll(() => inTheMiddle(elsewhere)).toMatchObject({ name: at })
  expect((await inTheMiddle(elsewhere)).distance).toBeLessThan(20)
  await press(elsewhere, 'Fit')
  await addressLacks(elsewhere, 'zoom=')
  expect(elsewhere.url()).not.toContain('at=')

  await elsewhere.evaluate((fragment) => location.assign(fragment), link({ program: PROGRAM, at: 'h2' }))
  await expect(zoom(elsewhere)).toHaveText('100 %')
  await expect.poll(() => inTheMiddle(elsewhere)).toMatchObject({ name: 'v4' })
})

test('a view that a link cannot mean is ignored with a notice, and left to the page', async ({ page, open }) => {
  for (const [fields, says] of [
    [{ zoom: 'abc' }, 'The link’s zoom cannot be “abc”'],
    [{ zoom: 0 }, 'The link’s zoom cannot be “0”'],
    [{ zoom: '1e9' }, 'The link’s zoom cannot be “1e9”'],
    [{ at: 'nowhere' }, 'the node “nowhere”, which the program does not have'],
  ] as const) {
    await page.goto('about:blank')
    await open(link({ program: PROGRAM, ...fields }))
    await expect(notices(page)).toHaveText([new RegExp(says)])
    // What the page keeps of the view is nothing: it decides itself.
    await press(page, 'Next step')
    await addressHas(page, /step=1/)
    expect(page.url()).not.toMatch(/[&]zoom=|[&]at=/)
  }
})
