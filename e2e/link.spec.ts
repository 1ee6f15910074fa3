import { deflateRawSync } from 'node:zlib'
import { expect, test } from './fixtures.ts'
import { link, node, notices, press, program, region, savedFile, write } from './page.ts'

const packed = (text: string) => `#v=1&z=${deflateRawSync(text).toString('base64url')}`

test('a shared link opens the very same moment elsewhere', async ({ page, open, browser }) => {
  await open(
    link({ program: 'a = 3\nb = 4\nc = a*b + a', mode: 'reverse', pass: 'c', step: 2, tab: 'trace', theme: 'dark' }),
  )
  await press(page, 'Share')
  const address = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  expect(address).toContain('pass=c&step=2')
  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(address)
  await expect(elsewhere.getByText('Reverse mode, c, step 2 of 4')).toBeVisible()
  await expect(elsewhere.getByRole('tab', { name: 'Trace' })).toHaveAttribute('aria-selected', 'true')
  await expect(elsewhere.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a plus sign in a link is a plus sign', async ({ page, open }) => {
  await open('#v=1&program=f=x+1')
  await expect(program(page)).toContainText('f=x+1')
})

test('bad and unknown fields are ignored with a notice; the rest of the link still works', async ({ page, open }) => {
  await open('#v=1&program=f%3Dx*x&mode=sideways&colour=red&pass=f&step=1&theme=%E0%A4%A')
  await expect(page.getByRole('list', { name: 'Notices' }).getByRole('listitem')).toHaveCount(3)
  await expect(page.getByText('Reverse mode, f, step 1 of 2')).toBeVisible()
})

test('a long program travels packed', async ({ page, open }) => {
  const long = `x = 2\n${Array.from({ length: 200 }, (_, k) => `y${k} = x + ${k}`).join('\n')}`
  await open(link({ program: long }))
  await press(page, 'Share')
  const address = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  expect(address).toContain('&z=')
  await page.goto('about:blank')
  await page.goto(address)
  await expect(program(page)).toContainText('y0 = x + 0')
})

test('a packed program that is damaged is ignored with a notice', async ({ page, open }) => {
  await open('#v=1&z=!!!!')
  await expect(page.getByText('The program in the link is damaged')).toBeVisible()
  await expect(program(page)).toContainText('sin(x1)')
})

test('the program is there again after a reload, and a link never loses it', async ({ page, open }) => {
  await open()
  await write(page, 'mine = 7\ng = mine^2')
  await expect(node(region(page, 'Reverse'), 'mine')).toBeVisible()
  await page.waitForFunction(() => localStorage.getItem('gradual:program')?.includes('mine^2'))
  await page.goto('about:blank')
  await open()
  await expect(program(page)).toContainText('mine^2')
  await page.goto('about:blank')
  await open(link({ program: 'other = 1\nh = other + 2' }))
  await expect(program(page)).toContainText('other + 2')
  await press(page, 'Examples')
  await page.getByRole('dialog').getByRole('button', { name: /mine/ }).click()
  await expect(program(page)).toContainText('mine^2')
})

test('a step beyond the end of the pass is its end, where the other mode’s pass is longer too', async ({
  page,
  open,
}) => {
  await open(link({ program: 'x = 2\ny = 3\nf = x*y + sin(x)\ng = x + y\nh = x^2', pass: 'f', step: 99 }))
  await expect(page.getByText('Reverse mode, f, step 5 of 5')).toBeVisible()
})

test('a link followed in the open page shows what it shows elsewhere', async ({ page, open }) => {
  await open(link({ program: 'a = 1\nf = a^3', mode: 'reverse', tab: 'trace' }))
  await page.evaluate((fragment) => location.assign(fragment), link({ program: 'b = 1\ng = b^4' }))
  await expect(program(page)).toContainText('b^4')
  await expect(region(page, 'Forward')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Evaluation trace' })).toHaveCount(0)
  await expect(page.getByRole('tab', { name: 'Follow' })).toHaveAttribute('aria-selected', 'true')
})

test('a pass that the linked mode does not have is ignored with a notice', async ({ page, open }) => {
  await open(link({ program: 'x = 2\nf = x*x', mode: 'forward', pass: 'f', step: 1 }))
  await expect(page.getByText('“f”, which forward mode does not have')).toBeVisible()
  await expect(page.getByText('Primal pass, step 0 of 2')).toBeVisible()
})

test('no link holds the page up: what it unpacks to, its fields and what is said of them are bounded', async ({
  page,
  open,
}) => {
  const long = 'x'.repeat(500_000)
  const hostile = {
    'a million lines': packed(`f = x${'\n'.repeat(1_000_000)}`),
    'letters in turn from left to right and from right to left': packed('aא'.repeat(50_000)),
    'a letter with a hundred thousand marks': packed(`a${'\u0301'.repeat(100_000)}`),
    'more than is inflated': packed('x'.repeat(5_000_000)),
    'ten thousand unknown fields': `#v=1&program=f%3Dx&${Array.from({ length: 10_000 }, (_, k) => `no${k}=1`).join('&')}`,
    'many bad fields': '#v=1&mode=a&step=b&tab=c&theme=d&view=e&h=f&order=g&form=h&race=i&nudge=j',
    'long fields': `#v=1&program=f%3Dx&wrt=${long}&pass=${long}&jvp=${long}`,
    'a long name': `#v=1&program=f%3Dx&pass=${long.slice(0, 30_000)}`,
  }
  for (const [what, fragment] of Object.entries(hostile)) {
    await page.goto('about:blank')
    await open(fragment)
    await expect(notices(page).first(), what).toBeVisible()
    const said = await notices(page).allTextContents()
    expect(said.length, what).toBeLessThanOrEqual(4)
    for (const notice of said) expect(notice.length, notice).toBeLessThan(200)
  }
})

test('a program that a link holds and the page cannot show is to be had as a file; the user’s own stays', async ({
  page,
  open,
}) => {
  await open()
  await write(page, 'mine = 7\ng = mine^2')
  const text = `f = x${'\n'.repeat(300_000)}`
  await page.evaluate((fragment) => location.assign(fragment), packed(text))
  await expect(notices(page)).toHaveText(/The program in the link is not opened. The text has more than 250,000 lines/)
  await expect(program(page)).toContainText('mine^2')
  expect(await savedFile(page)).toBe(text)
})

test('Back and Forward go to the moments that the page was left at, and the address follows', async ({
  page,
  open,
}) => {
  await open()
  const go = (fragment: string) => page.evaluate((fragment) => location.assign(fragment), fragment)
  const addressHas = (words: string) => page.waitForFunction((words) => location.hash.includes(words), words)
  await go(link({ program: 'a = 1\nf = a^3', mode: 'reverse', pass: 'f', step: 1 }))
  await expect(page.getByText('Reverse mode, f, step 1 of 2')).toBeVisible()
  await press(page, 'Next step')
  await addressHas('step=2')
  await go(link({ program: 'b = 1\ng = b^4', mode: 'forward', pass: 'b', step: 1, tab: 'trace' }))
  await expect(page.getByText('Forward mode, b, step 1 of 2')).toBeVisible()
  await page.goBack()
  await expect(page.getByText('Reverse mode, f, step 2 of 2')).toBeVisible()
  await expect(program(page)).toContainText('a^3')
  await page.goBack()
  await expect(program(page)).toContainText('sin(x1)')
  await expect(region(page, 'Forward')).toBeVisible()
  await page.goForward()
  await expect(page.getByText('Reverse mode, f, step 2 of 2')).toBeVisible()
  await page.goForward()
  await expect(page.getByText('Forward mode, b, step 1 of 2')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Trace' })).toHaveAttribute('aria-selected', 'true')
  await write(page, 'c = 1\nh = c^5')
  await addressHas('c%5E5')
})

test('an address that the page has not followed yet is not overwritten by the moment before it', async ({
  page,
  open,
}) => {
  await page.addInitScript(() => {
    window.addEventListener('hashchange', (event) => {
      if (!event.isTrusted) return
      event.stopImmediatePropagation()
      const { oldURL, newURL } = event
      Object.assign(window, { follow: () => dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL })) })
    })
  })
  const go = (fragment: string) => page.evaluate((fragment) => location.assign(fragment), fragment)
  await page.clock.install()
  await open(link({ program: 'a = 1\nf = a^3', mode: 'reverse', pass: 'f', step: 0 }))
  await expect(page.getByText('Reverse mode, f, step 0 of 2')).toBeVisible()
  await press(page, 'Next step')
  await page.waitForFunction(() => location.hash.includes('step=1'))
  const other = link({ program: 'b = 1\ng = b^4', mode: 'forward', pass: 'b', step: 1 })
  await go(other)
  await press(page, 'Next step')
  await expect(page.getByText('Reverse mode, f, step 2 of 2')).toBeVisible()
  await page.clock.runFor(2000)
  expect(await page.evaluate('location.hash')).toBe(other)
  await page.evaluate('follow()')
  await expect(page.getByText('Forward mode, b, step 1 of 2')).toBeVisible()
  await page.goBack()
  await page.evaluate('follow()')
  await expect(page.getByText('Reverse mode, f, step 1 of 2')).toBeVisible()
})

test('a reload brings back what was unfolded, looked at and set up', async ({ page, open }) => {
  const addressHas = (...words: string[]) =>
    page.waitForFunction((words) => words.every((each) => location.hash.includes(each)), words)
  const tab = (name: string) => page.getByRole('tab', { name }).click()
  const programText = 'data x = [1, 2]\ndata y = [2, 3.9]\nparam w = 1\nloss = mse(w*x, y)'
  await open(link({ program: programText, tab: 'jacobian' }))
  await press(page, 'Picture')
  await press(page, 'Seeds')
  await tab('Cost')
  await page.getByRole('checkbox', { name: 'Evaluate partials in each pass' }).check()
  await page.getByText('How this is counted').click()
  await tab('Train')
  await page.getByRole('combobox', { name: 'Pace' }).selectOption('full')
  await page.getByText('Settings').click()
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('Adam')
  await page.getByRole('spinbutton', { name: 'Learning rate' }).fill('0.025')
  await addressHas('rate=0.025', 'optimizer=adam', 'pace=full', 'partials=anew', 'unfolded=')
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Pace' })).toHaveValue('full')
  await expect(page.getByRole('combobox', { name: 'Optimizer' })).toHaveValue('adam')
  await expect(page.getByRole('spinbutton', { name: 'Learning rate' })).toHaveValue('0.025')
  await tab('Cost')
  await expect(page.getByRole('checkbox', { name: 'Evaluate partials in each pass' })).toBeChecked()
  await expect(page.getByText('Each function has its own cost')).toBeVisible()
  await tab('Follow')
  await tab('Jacobian')
  await expect(page.getByRole('region', { name: 'Seeds' })).toBeVisible()
})

test('a step that was taken before the address was followed is in it too', async ({ page }) => {
  let give = () => {}
  const asked = new Promise<void>((then) => {
    give = then
  })
  await page.route(/\/upkeep-/, (route) => asked.then(() => route.continue()))
  await page.goto('./')
  await press(page, 'Next step')
  await expect(page.getByText('Primal pass, step 1 of')).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  give()
  await expect.poll(() => new URL(page.url()).hash).toContain('step=1')
})
