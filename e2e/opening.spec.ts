import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { jacobian, node, press, program, region, tally } from './page.ts'

test('the first visit opens on the lecture’s example, ready to play, with the focus left alone', async ({
  page,
  open,
}) => {
  await open()
  await expect(program(page)).toContainText('f = sin(x1) + x1*x2')
  await expect(tally(page)).toHaveText('Forward mode: 2 passes. Reverse mode: 1 pass.')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  for (const side of ['Forward', 'Reverse'] as const)
    await expect(node(region(page, side), 'v3')).toHaveAttribute('data-value', String(Math.sin(2) + 6))
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
})

test('before a pass nothing is known of tangents and adjoints; at the end both modes know the whole Jacobian', async ({
  page,
  open,
}) => {
  await open()
  await expect(page.locator('[data-tangent], [data-adjoint]')).toHaveCount(0)
  expect(await jacobian(page)).toEqual({})
  await press(page, 'Go to end')
  expect(await jacobian(page)).toEqual({ 'f/x1': Math.cos(2) + 3, 'f/x2': 2 })
  await expect(node(region(page, 'Reverse'), 'x1')).toHaveAttribute('data-adjoint', String(Math.cos(2) + 3))
  await expect(node(region(page, 'Forward'), 'v3')).toHaveAttribute('data-tangent', '2')
})

test('the first graph needs no compiler, and what is changed before it is there is not lost', async ({
  page,
  open,
}) => {
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(/\/reading-[^/]*\.js$/, async (route) => {
    await arrival
    await route.continue()
  })
  await open()
  const f = node(region(page, 'Reverse'), 'v3')
  await expect(f).toHaveAttribute('data-value', String(Math.sin(2) + 6))
  await page.getByRole('spinbutton', { name: 'x2', exact: true }).fill('5')
  await expect(program(page)).toContainText('x2 = 5')
  await expect(f).toHaveAttribute('data-value', String(Math.sin(2) + 6))
  arrive()
  await expect(f).toHaveAttribute('data-value', String(Math.sin(2) + 10))
})

test('the wheel enlarges the graphs of both modes, dragging moves them, and Fit shows them whole again', async ({
  page,
  open,
}) => {
  await open('#v=1&panes=side')
  const places = () =>
    Promise.all(
      (['Forward', 'Reverse'] as const).map(async (side) => {
        const pane = region(page, side)
        const [graph, v1] = await Promise.all([pane.getByRole('group', { name: 'Graph' }), node(pane, 'v1')].map(boxOf))
        return { x: v1.x - graph.x, y: v1.y - graph.y, width: v1.width }
      }),
    )
  const boxOf = async (element: Locator) => (await element.boundingBox()) ?? { x: 0, y: 0, width: 0 }
  const [fitted] = await places()
  const graph = await boxOf(region(page, 'Forward').getByRole('group', { name: 'Graph' }))
  await page.mouse.move(graph.x + 20, graph.y + 20)
  await expect(async () => {
    await page.mouse.wheel(0, -100)
    expect((await places())[1].width).toBeGreaterThan(fitted.width)
  }).toPass()
  const [before] = await places()
  await page.mouse.down()
  await page.mouse.move(graph.x + 50, graph.y + 60, { steps: 3 })
  await page.mouse.up()
  for (const after of await places()) {
    expect(after.x).toBeCloseTo(before.x + 30, 0)
    expect(after.y).toBeCloseTo(before.y + 40, 0)
  }
  await press(page, 'Fit')
  await expect(async () => expect((await places())[1].width).toBeCloseTo(fitted.width, 0)).toPass()
})

for (const width of [1440, 1100, 390])
  test(`nothing moves when what comes after the graph arrives, at ${width} px`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 850 })
    await page.addInitScript(() => {
      const moved: number[] = []
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.push((entry as unknown as { value: number }).value)
      })
      observer.observe({ type: 'layout-shift', buffered: true })
      Object.assign(window, { moved })
    })
    await open()
    await expect(page.locator('[data-state="counted"]')).toHaveCount(2)
    await expect(page.locator('.caption-sentence')).not.toBeEmpty()
    await expect(page.locator('.cm-content')).toBeAttached()
    await page.evaluate(() => document.fonts.ready)
    expect(
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(moved))))'),
    ).toEqual([])
  })
