import type { Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { link, press, tab } from './page.ts'

/** What has less contrast than its kind needs, a line for each: text 4.5, lines and areas that tell something 3. */
const faint = (page: Page) =>
  page.evaluate(() => {
    type Colour = [number, number, number, number]
    const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    function parsed(css: string): Colour {
      if (!brush || css === 'none') return [0, 0, 0, 0]
      brush.clearRect(0, 0, 1, 1)
      brush.fillStyle = css
      brush.fillRect(0, 0, 1, 1)
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data
      return [r, g, b, a / 255]
    }
    const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [
      ...([r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)] as const),
      1,
    ]
    const channel = (c: number) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)
    const luminance = ([r, g, b]: Colour) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
    function ratio(a: Colour, b: Colour): number {
      const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
      return (light + 0.05) / (dark + 0.05)
    }
    /** With the opacity of all that is around it. */
    function faded(element: Element, css: string, own: string): Colour {
      let alpha = Number(own)
      for (let at: Element | null = element; at; at = at.parentElement) alpha *= Number(getComputedStyle(at).opacity)
      const [r, g, b, a] = parsed(css)
      return [r, g, b, a * alpha]
    }
    const canvas = parsed(getComputedStyle(document.body).backgroundColor)
    const found: string[] = []
    function judge(element: Element, css: string, own: string, ground: Colour, needed: number): void {
      const measured = ratio(over(faded(element, css, own), ground), ground)
      const name = `${element.parentElement?.getAttribute('class')} > ${element.getAttribute('class')}`
      if (measured < needed) found.push(`${name} “${element.textContent}” ${css}: ${measured.toFixed(2)}`)
    }
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const seen = (selector: string) => [...document.querySelectorAll<SVGElement>(selector)].filter(isSeen)
    /** The fill that a text of a node or a chip stands on. */
    function groundOf(text: Element): Colour {
      const chip = text.closest('.chip')
      const box = chip ? chip.querySelector('.chip-box') : text.closest('.node')?.querySelector('.body')
      // Names stand beside their nodes, and so do values and chips where there is room for none in them.
      if (!box || !isSeen(box)) return canvas
      const [inner, outer] = [text.getBoundingClientRect(), box.getBoundingClientRect()]
      const [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2]
      const isWithin = outer.left <= x && x <= outer.right && outer.top <= y && y <= outer.bottom
      return isWithin ? over(parsed(getComputedStyle(box).fill), canvas) : canvas
    }
    for (const text of seen('.drawing :is(.symbol, .value, .name, .variable, .definition, .partial, .chip-text)'))
      if (text.textContent) {
        const { fill, fillOpacity } = getComputedStyle(text)
        judge(text, fill, fillOpacity, groundOf(text), 4.5)
      }
    for (const line of seen('.drawing :is(.edge > .line, .way > .line, .mark, .chip-box)')) {
      const { stroke, strokeOpacity } = getComputedStyle(line)
      if (stroke !== 'none') judge(line, stroke, strokeOpacity, canvas, 3)
    }
    for (const body of seen('.drawing .node:not([data-reached]) .body, .drawing .node[data-kind="constant"] .body')) {
      const { stroke, strokeOpacity } = getComputedStyle(body)
      judge(body, stroke, strokeOpacity, canvas, 3)
    }
    for (const box of seen('.scrubber-lane, [aria-pressed="true"]')) {
      const { borderTopColor, borderTopStyle } = getComputedStyle(box)
      if (borderTopStyle === 'none') found.push(`${box.getAttribute('class')} has no border`)
      else judge(box, borderTopColor, '1', canvas, 3)
    }
    return found
  })

for (const theme of ['light', 'dark', 'projector'])
  test(`what the graph says can be made out in every state: ${theme}`, async ({ page, open }) => {
    const states = {
      start: { program: LECTURE },
      middle: { program: LECTURE, pass: 'x1', step: 3, mode: 'compare' },
      reverse: { program: `${LECTURE}\ng = 2*x2`, mode: 'reverse', pass: 'f', step: 4, constants: 'nodes' },
      paths: { program: LECTURE, pass: 'f', step: 2, tab: 'chain' },
    }
    for (const [name, fields] of Object.entries(states)) {
      await page.goto('about:blank')
      await open(link({ ...fields, theme }))
      await expect(page.locator('.drawing .target[aria-label]').first()).toBeAttached()
      if (name === 'paths') {
        await tab(page, 'Chain rule')
        await page.getByRole('radio', { name: 'Paths' }).check()
        await page.getByRole('listbox', { name: 'Paths' }).getByRole('option').first().click()
        await expect(page.locator('.drawing[data-emphasis]').first()).toBeAttached()
      }
      expect(await faint(page), name).toEqual([])
      if (name !== 'middle') continue
      await press(page, 'Go to end')
      expect(await faint(page), 'end').toEqual([])
    }
  })

test('in forced colours what is chosen is told from what is not, and letters keep their accents', async ({
  page,
  open,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open(link({ program: LECTURE, pass: 'f', step: 4, tab: 'chain' }))
  await page.getByRole('radio', { name: 'Paths' }).check()
  const look = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { color, backgroundColor, borderBottomColor } = getComputedStyle(element)
        return { color, backgroundColor, borderBottomColor }
      })
  for (const [chosen, other] of [
    ['[role="tab"][aria-selected="true"]', '[role="tab"][aria-selected="false"]'],
    ['.pills label:has(:checked)', '.pills label:not(:has(:checked))'],
    ['.mode-switch input:checked + span', '.mode-switch input:not(:checked) + span'],
    ['[aria-pressed="true"]', '[aria-pressed="false"]'],
  ]) {
    const [is, isNot] = [await look(chosen), await look(other)]
    expect(is.backgroundColor, chosen).not.toBe(isNot.backgroundColor)
    expect(is.color, chosen).not.toBe(is.backgroundColor)
    expect(isNot.borderBottomColor, other).toBe('rgb(255, 255, 255)')
  }
  await tab(page, 'Step')
  await expect(page.locator('.katex').first()).toHaveCSS('forced-color-adjust', 'none')
})

test('who asks for more contrast gets the projector’s colours, and paper gets light ones without bars', async ({
  page,
  open,
}) => {
  await page.emulateMedia({ contrast: 'more' })
  await open(link({ program: LECTURE, theme: 'light' }))
  const ink = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink'))
  await expect.poll(ink).toMatch(/^#0+$/)
  await page.emulateMedia({ contrast: 'no-preference' })
  await expect.poll(ink).toBe('#1b2530')
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  for (const hidden of ['.header', '.transport', '.camera-controls', '[role="tablist"]'])
    await expect(page.locator(hidden).first()).toBeHidden()
  for (const shown of ['.cm-content', '.drawing', '.caption-sentence'])
    await expect(page.locator(shown).first()).toBeVisible()
})
