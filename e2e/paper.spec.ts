import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { link } from './page.ts'

test('on paper the program stands before its graph, the trace and every worked step after it, in light colours', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE, theme: 'dark' }))
  const steps = page.locator('.paper .step')
  // What fills the paper comes after the graph.
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await steps.count()).toBe(5 + 4 + 3 + 5)
  }).toPass()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.paper pre')).toHaveText(LECTURE)
  await expect(page.locator('.paper .step').last()).toContainText('its two contributions add up to 2.584')
  await expect(page.locator('.paper table').first()).toContainText('0.9093')
  await expect(page.locator('.app-left')).toBeHidden()
  const [program, graph, trace] = await Promise.all(
    ['.paper pre', '.drawing', '.paper table'].map((each) => page.locator(each).first().boundingBox()),
  )
  expect(program?.y).toBeLessThan(graph?.y ?? 0)
  expect(graph?.y).toBeLessThan(trace?.y ?? 0)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(steps).toHaveCount(0)
})
