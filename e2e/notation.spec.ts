import type { CDPSession, Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { link, press, rest, tab } from './page.ts'

const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩ'
const MARKS = '\u0302\u0303\u0304\u0307\u0308'

const marked = (letters: string) => [...letters].flatMap((letter) => [...MARKS].map((mark) => letter + mark)).join('')

/** The fonts in which the browser sets a text in these families, and whether the page brings them. */
async function fontsOf(page: Page, devtools: CDPSession, text: string, family: string): Promise<string[]> {
  await page.evaluate(
    async ({ shown, families }) => {
      document.querySelector('#probe')?.remove()
      const probe = document.createElement('p')
      Object.assign(probe, { id: 'probe', textContent: shown })
      probe.style.fontFamily = families
      document.body.append(probe)
      for (const each of families.split(',')) await document.fonts.load(`16px ${each}`, shown)
    },
    { shown: text, families: family },
  )
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#probe' })
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts.map(({ familyName, isCustomFont }) => (isCustomFont ? familyName : `the system's ${familyName}`))
}

/** The lists of families in which the page sets marked letters. KaTeX places its accents itself. */
const listsWithMarks = (page: Page) =>
  page.evaluate(() => {
    const isMarked = (node: Node) =>
      (node.nodeType === Node.TEXT_NODE || node.nodeName === 'data-symbol') &&
      /\p{Mn}/u.test(node.textContent?.normalize('NFD') ?? '')
    return [...document.querySelectorAll('.app *')]
      .filter((element) => !element.closest('.katex'))
      .filter((element) => [...element.childNodes, ...element.attributes].some(isMarked))
      .map((element) => getComputedStyle(element).fontFamily)
  })

test('a letter and the mark over it come from one font, as browsers differ where they do not', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE, pass: 'f', step: 4, tab: 'step' }))
  await rest(page)
  const mono = await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--font-mono'))
  const lists = new Set([mono, ...(await listsWithMarks(page))])
  await tab(page, 'Jacobian')
  await press(page, 'Second order')
  await expect(page.locator('.second-rule')).toBeVisible()
  for (const list of await listsWithMarks(page)) lists.add(list)
  expect(lists.size).toBeGreaterThan(1)

  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  for (const list of lists) {
    const [first] = list.split(',')
    await expect.poll(() => fontsOf(page, devtools, marked(LATIN), first)).toEqual([first.replaceAll('"', '')])
    let plain: string[] = []
    await expect
      .poll(async () => {
        plain = await fontsOf(page, devtools, GREEK, list)
        return plain.length
      })
      .toBe(1)
    expect(await fontsOf(page, devtools, marked(GREEK), list)).toEqual(plain)
  }
})
