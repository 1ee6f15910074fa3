import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const PROGRAMS = [
  {
    name: 'numbers',
    fields: 'mode=compare&pass=f&step=3',
    program: 'x1 = 2\nparam x2 = 3\nf = sin(x1) + x1*x2 - max(x1, 1)',
  },
  {
    name: 'arrays',
    fields: 'mode=reverse&pass=y&step=4',
    program: 'data x = [1, 2]\nW = [[1, -2], [3, 0.5]]\ny = sum(relu(W @ x))',
  },
  {
    name: 'modules',
    fields: 'mode=forward&pass=x&step=2&theme=dark',
    program: 'x = 1\ng(a) = tanh(a)*2\nf = g(x)*g(2*x) + 1',
  },
]

/** The outlines of an SVG with their colours and boxes, in px of the drawing; of the screen those that are seen. */
const outlinesIn = (svg: Locator): Promise<string[]> =>
  svg.evaluate((root) => {
    const drawing = root as unknown as SVGSVGElement
    const toDrawing = (drawing.getScreenCTM() as DOMMatrix).inverse()
    const round = (x: number) => Math.round(x)
    const isIn = (element: Element, is: (style: CSSStyleDeclaration) => boolean): boolean =>
      is(getComputedStyle(element)) || (element !== drawing && isIn(element.parentElement as Element, is))
    return [...drawing.querySelectorAll('path')]
      .filter((path) => !path.closest('defs, .toggle, .target, .hulls') && path.getAttribute('d'))
      .flatMap((path) => {
        const { fill, stroke, visibility } = getComputedStyle(path)
        const isSeen = visibility !== 'hidden' && !isIn(path, ({ display }) => display === 'none')
        const plain = (colour: string) =>
          colour.replace(
            /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)\)$/,
            (_, ...parts) =>
              `rgb(${parts
                .slice(0, 3)
                .map((part) => Math.round(255 * Number(part)))
                .join(', ')})`,
          )
        const isClear = (colour: string) => colour === 'none' || /, 0\)$/.test(colour)
        if (!isSeen || (isClear(fill) && isClear(stroke))) return []
        const { x, y, width, height } = path.getBBox()
        const corner = new DOMPoint(x, y).matrixTransform(toDrawing.multiply(path.getScreenCTM() as DOMMatrix))
        const [left, top] = [corner.x, corner.y]
        return [
          [fill, stroke]
            .map((colour) => (isClear(colour) ? 'none' : plain(colour)))
            .concat([left, top, width, height].map((at) => String(round(at))))
            .join(' '),
        ]
      })
  })

/** How many of the lines have no equal among the others, up to a px. */
function withoutEqual(lines: readonly string[], others: readonly string[]): string[] {
  const left = others.map((line) => line.split(/ (?=-?\d+ -?\d+ \d+ \d+$)/))
  return lines.filter((line) => {
    const [colours, box] = line.split(/ (?=-?\d+ -?\d+ \d+ \d+$)/)
    const at = left.findIndex(
      ([other, there]) =>
        other === colours &&
        box.split(' ').every((value, i) => Math.abs(Number(value) - Number(there.split(' ')[i])) <= 1),
    )
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

async function toPictures(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('dialog').getByText('Picture', { exact: true }).click()
  await expect(page.getByRole('figure').getByRole('img')).toBeVisible()
}

async function saved(page: Page): Promise<Buffer> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  return readFileSync(await (await saving).path())
}

for (const { name, fields, program } of PROGRAMS)
  test(`the picture that is saved is the one on the screen: ${name}`, async ({ page }) => {
    await page.goto(`#v=1&program=${encodeURIComponent(program)}&${fields}`)
    const graph = page.getByRole('group', { name: 'Graph' })
    await expect(graph.locator('[data-stage="active"]').first()).toBeVisible()
    const nodes = graph.locator('.target')
    await expect(nodes.first()).toHaveAttribute('aria-label', /value/)
    const labels = await nodes.evaluateAll((all) => all.map((node) => node.getAttribute('aria-label')).sort())
    const shown = await outlinesIn(graph.locator('.drawing'))
    await toPictures(page)
    const file = await saved(page)
    const opened = await page.context().newPage()
    await opened.setContent(file.toString())
    const picture = opened.locator('svg')
    const named = await picture
      .locator('g[aria-label]')
      .evaluateAll((all) => all.map((node) => node.getAttribute('aria-label')).sort())
    expect(named).toEqual(labels)
    const drawn = await outlinesIn(picture)
    expect([withoutEqual(shown, drawn), withoutEqual(drawn, shown)]).toEqual([[], []])
  })

test('a picture that was saved carries its moment', async ({ page }) => {
  await page.goto(`#v=1&program=${encodeURIComponent('a = 2\nf = a^3')}&mode=reverse&pass=f&step=1`)
  await toPictures(page)
  for (const format of ['SVG', 'PNG']) {
    await page.getByRole('dialog').getByText(format, { exact: true }).click()
    expect((await saved(page)).includes('pass=f')).toBe(true)
  }
})
