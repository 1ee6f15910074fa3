import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { link, tab, write } from './page.ts'

const MOMENT = { program: LECTURE, pass: 'f', step: 4 }

for (const theme of ['light', 'dark', 'projector'])
  for (const [size, width] of [
    ['wide', 1440],
    ['narrow', 390],
  ] as const)
    test(`axe finds no violation: ${theme}, ${size}`, async ({ page, open, axe }) => {
      await page.setViewportSize({ width, height: 860 })
      await open(link({ ...MOMENT, theme }))
      for (const name of [...(width < 1000 ? ['Program'] : []), 'Follow', 'Step', 'Trace', 'Jacobian']) {
        await tab(page, name)
        await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true')
        expect(await axe(page), name).toEqual([])
      }
      for (const name of ['Examples', 'Reference', 'Hide', 'Share', 'Help']) {
        await page.getByRole('button', { name, exact: true }).click()
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await axe(page), name).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
    })

const WIDER: readonly { readonly name: string; readonly theme: string; readonly width: number }[] = [
  { name: 'wide', theme: 'projector', width: 1440 },
  { name: 'least', theme: 'dark', width: 320 },
]

for (const { name: size, theme, width } of WIDER)
  test(`axe finds no violation in the chapters, with all that opens open: ${theme}, ${size}`, async ({
    page,
    open,
    axe,
  }) => {
    await page.setViewportSize({ width, height: 860 })
    await open(link({ ...MOMENT, theme }))
    const expectClean = async (state: string) => expect.soft(await axe(page), state).toEqual([])
    for (const name of ['Cost', 'Methods', 'Train']) {
      await tab(page, name)
      await expect(page.getByRole('tabpanel', { name }).getByRole('heading').nth(1)).toBeAttached()
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      await expectClean(name)
    }
    await tab(page, 'Chain rule')
    for (const view of ['Paths', 'Layers', 'Orders', 'Duality']) {
      await page.getByRole('radio', { name: view }).check()
      await expectClean(view)
    }
    await tab(page, 'Jacobian')
    const closed = page.getByRole('tabpanel', { name: 'Jacobian' }).getByRole('button', { expanded: false })
    while ((await closed.count()) > 0) await closed.first().click()
    await expectClean('Jacobian, opened')
    if (width >= 1000) {
      await write(page, 'f = sin(')
      await expect(page.locator('#problems-said')).not.toBeEmpty()
      await expectClean('problems')
    }
  })

test('at 320 px every control lies inside the window and nothing scrolls sideways', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await open(link(MOMENT))
  for (const name of ['Program', 'Follow', 'Step', 'Trace', 'Jacobian', 'Chain rule', 'Cost', 'Methods']) {
    await tab(page, name)
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, [role="tab"], [role="textbox"]')]
        .filter((control) => control.checkVisibility() && !control.closest('[data-id]'))
        .map((control) => ({
          name: control.getAttribute('aria-label') ?? control.textContent,
          box: control.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0 && (box.left < 0 || box.right > innerWidth))
        .map(({ name: outsider }) => outsider),
    )
    expect(outside, name).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  }
})

test('targets are at least 24 px', async ({ page, open }) => {
  await open(link(MOMENT))
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, select, [role="tab"]')]
      .filter((control) => control.checkVisibility() && !control.closest('.cm-editor'))
      .filter((control) => Math.min(control.getBoundingClientRect().width, control.getBoundingClientRect().height) < 24)
      .map((control) => control.getAttribute('aria-label') ?? control.textContent),
  )
  expect(small).toEqual([])
})
