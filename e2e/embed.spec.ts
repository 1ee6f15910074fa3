import type { FrameLocator, Page } from '@playwright/test'
import { expect, test } from './hosts.ts'
import { link, press } from './page.ts'

const PROGRAM = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'

const embed = (fields: Record<string, string | number>) => `gradual/${link({ embed: 1, ...fields })}`
const inHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
const frame = (fields: Record<string, string | number>, more = '') =>
  `<iframe title="Graph" width="800" height="450" src="${inHtml(embed(fields))}" ${more}></iframe>`

const inside = (page: Page | FrameLocator) => page.frameLocator('iframe')
const label = (graph: FrameLocator) => graph.locator('.transport-label')

/** Collects what an embed says. */
const HEARD = `<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>`
const ready = (page: Page) => page.waitForFunction(() => heard.some(({ type }) => type === 'state'))

declare global {
  /** What the embeds of the host’s page said. */
  var heard: { readonly type: string; readonly [field: string]: unknown }[]
}

/** Sends a request and waits for its reply. */
const ask = (page: Page, request: Record<string, unknown>) =>
  page.evaluate(async (message) => {
    const id = `ask ${Math.random()}`
    document.querySelector('iframe')?.contentWindow?.postMessage({ gradual: 1, id, ...message }, '*')
    for (;;) {
      const reply = heard.find((each) => each.id === id)
      if (reply) return reply
      await new Promise((resolve) => addEventListener('message', resolve, { once: true }))
    }
  }, request)

test('an embed keeps nothing, takes no focus, and leads to the same moment in the whole page', async ({
  page,
  host,
  context,
}) => {
  await host(`${HEARD}<button>Host</button>${frame({ program: PROGRAM, mode: 'reverse', pass: 'f', step: 3 })}`)
  await page.evaluate(() => localStorage.setItem('gradual:preferences', '{"theme":"dark"}'))
  const entries = await page.evaluate(() => history.length)
  await page.reload()
  await ready(page)
  const graph = inside(page)
  await expect(graph.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(graph.getByRole('button', { name: 'Share' })).toHaveCount(0)
  await expect(graph.getByRole('textbox')).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await graph.getByRole('button', { name: 'Next step' }).click()
  await expect(label(graph)).toHaveText('Reverse mode, f, step 4 of 5')
  await page.waitForFunction(() => heard.some(({ type, step }) => type === 'state' && step === 4))
  expect(await page.evaluate(() => [history.length, Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([
    entries,
    ['gradual:preferences'],
    [],
  ])
  const [whole] = await Promise.all([
    context.waitForEvent('page'),
    graph.getByRole('link', { name: 'Open in Gradual' }).click(),
  ])
  await expect(whole.locator('.transport-label')).toHaveText('Reverse mode, f, step 4 of 5')
  await expect(whole.getByRole('textbox', { name: 'Program' })).toBeVisible()
  expect(whole.url()).not.toMatch(/embed|origin/)
  expect(await whole.evaluate(() => window.opener)).toBeNull()
})

test('a sandboxed frame, to which all storage is closed, steps and says so', async ({ page, host, baseURL }) => {
  const origin = new URL(baseURL ?? '').origin
  await host(HEARD + frame({ program: PROGRAM, mode: 'forward', origin }, 'sandbox="allow-scripts"'))
  await ready(page)
  expect(await ask(page, { type: 'seek', pass: 'x1', step: 2 })).toMatchObject({ pass: 'x1', step: 2, mode: 'forward' })
  await expect(inside(page).locator('[data-node="x1"]')).toHaveAttribute('data-tangent', '1')
})

test('a host asks for all that the interface has, and each reply has its id', async ({ page, host }) => {
  await host(HEARD + frame({ program: PROGRAM, mode: 'reverse' }))
  await ready(page)
  const graph = inside(page)
  expect(await ask(page, { type: 'load', program: 'a = 5\ng = a^2' })).toMatchObject({
    program: 'a = 5\ng = a^2',
    step: 0,
  })
  expect(await ask(page, { type: 'setState', mode: 'forward', pass: 'a', step: 1 })).toMatchObject({
    pass: 'a',
    step: 1,
  })
  await expect(graph.locator('[data-node="a"]')).toHaveAttribute('data-tangent', '1')
  expect(await ask(page, { type: 'step', by: 1 })).toMatchObject({ type: 'state', step: 2 })
  expect(await page.evaluate(() => heard.filter(({ type }) => type === 'step').at(-1))).toMatchObject({
    ...{ gradual: 1, mode: 'forward', pass: 'a', step: 2, of: 2 },
    sentence: expect.stringContaining('10'),
  })
  expect(await ask(page, { type: 'setState', mode: 'reverse' })).toMatchObject({ mode: 'reverse' })
  await ask(page, { type: 'hide', kinds: ['values'] })
  await ask(page, { type: 'seek', pass: 'primal', step: 1 })
  await expect(graph.locator('[data-node="v1"]')).not.toHaveAttribute('data-value')
  await ask(page, { type: 'reveal' })
  await expect(graph.locator('[data-node="v1"]')).toHaveAttribute('data-value', '25')
  await ask(page, { type: 'theme', theme: 'dark' })
  await expect(graph.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await ask(page, { type: 'export', format: 'svg' })).toMatchObject({
    data: expect.stringMatching(/^<svg.*<\/svg>\s*$/s),
  })
  expect(await ask(page, { type: 'export', format: 'exe' })).toMatchObject({ type: 'error' })
  await ask(page, { type: 'play' })
  await ask(page, { type: 'pause' })
  expect(await ask(page, { type: 'setState', pass: 'nothing' })).toMatchObject({ type: 'error' })
  expect(await ask(page, { type: 'setState', step: 'x' })).toMatchObject({ type: 'error' })
  const said = await ask(page, { type: 'getState' })
  const { id: _, gradual: __, type: ___, ...fields } = said
  expect(await ask(page, { type: 'load', program: 'f = (' })).toMatchObject({ type: 'error' })
  await expect(inside(page).locator('.caption-sentence')).not.toContainText('Type a program')
  await ask(page, { type: 'load', program: PROGRAM })
  expect(await ask(page, { type: 'setState', ...fields })).toMatchObject(fields)
})

test('messages of a wrong window, origin, shape, version or size change nothing', async ({ page, host }) => {
  const fields = { program: PROGRAM, mode: 'reverse', pass: 'f', step: 2 }
  await host(
    `${HEARD}${frame(fields)}<iframe title="Other" srcdoc="${inHtml(`<script>onmessage = ({ data }) => { parent.frames[0].postMessage(data, '*'); parent.postMessage({ type: 'sent' }, '*') }</script>`)}"></iframe>`,
  )
  await ready(page)
  const before = await ask(page, { type: 'getState' })
  await page.evaluate((program) => {
    const [graph, other] = [...document.querySelectorAll('iframe')].map((each) => each.contentWindow as Window)
    const load = { gradual: 1, type: 'load', program: 'z = 1\ny = z' }
    other.postMessage(load, '*')
    for (const wrong of [
      ...[
        { ...load, gradual: 2 },
        { ...load, gradual: '1' },
        { ...load, type: 'LOAD' },
        { ...load, more: 1 },
      ],
      ...[{ ...load, program: program.repeat(20_000) }, { ...load, program: 7 }, JSON.stringify(load), null, [load]],
      ...[
        { gradual: 1, type: 'step', by: 1e9 },
        { gradual: 1, type: 'step', by: '1' },
        { gradual: 1, type: 'seek', step: -1 },
      ],
      ...[
        { gradual: 1, type: 'hide', kinds: ['all'] },
        { gradual: 1, type: 'theme', theme: 'red' },
      ],
      ...[
        { gradual: 1, type: 'setState', present: '1' },
        { gradual: 1, type: 'setState', origin: 'https://a.b', step: 1 },
      ],
    ])
      graph.postMessage(wrong, '*')
  }, PROGRAM)
  await page.frames()[1].evaluate(() => postMessage({ gradual: 1, type: 'load', program: 'z = 1' }, '*'))
  await page.waitForFunction(() => heard.some(({ type }) => type === 'sent'))
  const { id: _, ...state } = before
  expect(await ask(page, { type: 'getState' })).toMatchObject(state)
  expect(await page.evaluate(() => heard.filter(({ type }) => type === 'error'))).toEqual([])

  await host(HEARD + frame({ ...fields, origin: 'https://lectures.example' }))
  await expect(label(inside(page))).toHaveText('Reverse mode, f, step 2 of 5')
  await page.evaluate(() => {
    const graph = document.querySelector('iframe')?.contentWindow
    graph?.postMessage({ gradual: 1, type: 'step', by: 1 }, '*')
  })
  await inside(page).getByRole('button', { name: 'Next step' }).click()
  await expect(label(inside(page))).toHaveText('Reverse mode, f, step 3 of 5')
  expect(await page.evaluate(() => heard)).toEqual([])
})

const STEPS = ['Reverse mode, y, step 1 of 2', 'Reverse mode, y, step 2 of 2']

test('slides are led by keys alone through a graph, on to the next slide and back', async ({ page, host }) => {
  await host(`
    <link rel="stylesheet" href="reveal.js/reveal.css">
    <div class="reveal"><div class="slides">
      <section><h2>Before</h2></section>
      <section><gradual-graph takes-keys mode="reverse" height="500"><pre>x = 3\ny = x*x</pre></gradual-graph></section>
      <section><h2>After</h2></section>
    </div></div>
    <script src="reveal.js/reveal.js"></script>
    <script src="gradual/gradual.js"></script>
    <script>Reveal.initialize({ transition: 'none', hash: false })</script>`)
  const graph = inside(page)
  const place = (says: string) => expect(label(graph)).toHaveText(says)
  const slide = () => page.locator('section.present')
  await expect(slide()).toContainText('Before')
  await page.keyboard.press('PageDown')
  await place('Primal pass, step 0 of 2')
  await graph.getByRole('button', { name: 'Next step' }).waitFor()
  for (const says of ['Primal pass, step 1 of 2', 'Primal pass, step 2 of 2', ...STEPS]) {
    await page.keyboard.press('PageDown')
    await place(says)
  }
  await expect(page.locator('gradual-graph')).toHaveAttribute('step', '2')
  await page.keyboard.press('PageDown')
  await expect(slide()).toContainText('After')
  await page.keyboard.press('PageUp')
  await expect(slide().locator('gradual-graph')).toHaveCount(1)
  await page.keyboard.press('PageUp')
  await place('Reverse mode, y, step 1 of 2')
  await page.keyboard.press('Home')
  await place('Primal pass, step 0 of 2')
  await page.keyboard.press('PageUp')
  await expect(slide()).toContainText('Before')
})

test('ten code blocks become graphs by themselves, each with its program, and paper has their text', async ({
  page,
  host,
}) => {
  const blocks = [
    (text: string) => `<pre><code class="language-gradual">${text}</code></pre>`,
    (text: string) => `<pre class="gradual">${text}</pre>`,
    (text: string) =>
      `<div class="highlight-gradual notranslate"><div class="highlight"><pre><span></span>${text}</pre></div></div>`,
    (text: string) =>
      `<div class="language-gradual highlighter-rouge"><div class="highlight"><pre class="highlight"><code>${text}</code></pre></div></div>`,
    (text: string) => `<div class="language-gradual highlight"><pre><span></span><code>${text}</code></pre></div>`,
  ]
  const body = Array.from({ length: 10 }, (_, at) =>
    blocks[at % 5](`#| mode: reverse\n#| height: 300\nx = ${at}\nf = x &lt; 3`),
  )
  await host(
    `<script src="gradual/gradual.js" defer></script>${body.join('')}<pre><code class="language-python">x = 1</code></pre>`,
  )
  await expect(page.locator('gradual-graph')).toHaveCount(10)
  expect(
    await page.locator('gradual-graph').evaluateAll((all) => all.map((each) => each.getAttribute('program'))),
  ).toEqual(Array.from({ length: 10 }, (_, at) => `x = ${at}\nf = x < 3`))
  for (const at of [0, 9]) {
    await page.locator('gradual-graph').nth(at).scrollIntoViewIfNeeded()
    const graph = page.locator('gradual-graph').nth(at).locator('iframe')
    await expect(graph.contentFrame().locator('[data-node="x"]')).toHaveAttribute('data-value', String(at))
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('gradual-graph').first().locator('iframe')).toBeHidden()
  await expect(page.locator('gradual-graph pre').first()).toBeVisible()
})

test('the element’s attributes lead the graph and follow it', async ({ page, host }) => {
  await host(`<gradual-graph program="a = 2\nb = a*a*a" mode="compare"></gradual-graph>
    <script src="gradual/gradual.js"></script>`)
  const element = page.locator('gradual-graph')
  const graph = element.locator('iframe').contentFrame()
  await expect(graph.getByRole('region', { name: /Both modes|Forward mode/ }).first()).toBeVisible()
  const set = (attributes: Record<string, string>) =>
    element.evaluate((graph, all) => {
      for (const [name, text] of Object.entries(all)) graph.setAttribute(name, text)
    }, attributes)
  await set({ mode: 'reverse', pass: 'b', step: '2', theme: 'dark' })
  await expect(label(graph)).toHaveText('Reverse mode, b, step 2 of 3')
  await expect(graph.locator('html')).toHaveAttribute('data-theme', 'dark')
  await graph.getByRole('button', { name: 'Next step' }).click()
  await expect(element).toHaveAttribute('step', '3')
  await set({ program: 'c = 4\nd = c + 1' })
  await expect(graph.locator('[data-node="v1"]')).toHaveCount(1)
  await expect(graph.locator('[data-node="c"]')).toHaveCount(1)
  await expect(element).toHaveAttribute('pass', 'primal')
})

test('a notebook’s model and its graph stay in step, without a loop', async ({ page, host }) => {
  await host(`<div id="cell" style="height: 450px"></div><script type="module">
    import widget from './gradual/gradual-widget.js'
    const traits = { program: 'x = 2\\ny = x^3', mode: 'reverse', step: 0, pass: 'primal' }
    const heard = new Map()
    window.saved = []
    window.model = {
      get: (trait) => traits[trait],
      set: (trait, value) => {
        if (traits[trait] === value) return
        traits[trait] = value
        for (const hear of heard.get('change:' + trait) ?? []) hear()
      },
      save_changes: () => saved.push({ ...traits }),
      on: (event, hear) => heard.set(event, [...(heard.get(event) ?? []), hear]),
      off: (event, hear) => heard.set(event, (heard.get(event) ?? []).filter((each) => each !== hear)),
    }
    window.end = widget.render({ model, el: document.querySelector('#cell') })
  </script>`)
  const graph = inside(page)
  await expect(label(graph)).toHaveText('Primal pass, step 0 of 2')
  await graph.getByRole('button', { name: 'Next pass' }).click()
  await graph.getByRole('button', { name: 'Next step' }).click()
  await page.waitForFunction(() => saved.at(-1)?.step === 1 && saved.at(-1)?.pass === 'y')
  await page.evaluate(() => model.set('step', 2))
  await expect(label(graph)).toHaveText('Reverse mode, y, step 2 of 2')
  await page.evaluate(() => model.set('program', 'x = 5\ny = x + 1'))
  await expect(graph.locator('[data-node="x"]')).toHaveAttribute('data-value', '5')
  await page.waitForFunction(() => model.get('step') === 0 && model.get('pass') === 'primal')
  expect(await page.evaluate(() => saved.length)).toBeLessThan(8)
  await page.evaluate(() => end())
  await expect(page.locator('iframe')).toHaveCount(0)
})

declare global {
  /** The notebook’s model. */
  var model: { get(trait: string): unknown; set(trait: string, value: unknown): void }
  var saved: Record<string, unknown>[]
  var end: () => void
}

test('what is copied from the page holds one frame in each kind of material, and opens the moment', async ({
  page,
  host,
  hosted,
  axe,
}) => {
  const hostile = `x = 2 # "><script>alert(1)</script> \` *a* [b](c)\nf = x*x`
  await page.goto(`./gradual/${link({ program: hostile, mode: 'reverse', pass: 'f', step: 2 })}`)
  await press(page, 'Share')
  await page.getByRole('radio', { name: 'Embed' }).check()
  const snippet = page.getByRole('textbox', { name: 'Snippet' })
  const texts: string[] = []
  for (const name of ['reveal.js', 'Quarto', 'MkDocs', 'Jupyter Book', 'Canvas and Moodle', 'Obsidian', 'HTML']) {
    await page.getByRole('radio', { name, exact: true }).check()
    await expect(snippet).toHaveValue(name === 'reveal.js' ? /<gradual-graph/ : /<iframe/)
    texts.push(await snippet.inputValue())
  }
  expect(await axe(page)).toEqual([])
  const [picture] = await Promise.all([page.waitForEvent('download'), press(page, 'Save a picture for print')])
  await expect(snippet).toHaveValue(new RegExp(`class="gradual-print" src="${picture.suggestedFilename()}"`))
  const html = await snippet.inputValue()
  await page.getByRole('radio', { name: 'MyST' }).check()
  await expect(snippet).toHaveValue(/^:::\{iframe\} http/)

  hosted.set(picture.suggestedFilename(), '')
  await host(html)
  await expect(label(inside(page))).toHaveText('Reverse mode, f, step 2 of 2')
  const found = await page.evaluate(
    (all) =>
      all.map((text) => {
        const { body } = new DOMParser().parseFromString(text, 'text/html')
        const frames = body.querySelectorAll('iframe, gradual-graph').length
        return [frames, body.querySelectorAll('script:not([src$="/gradual.js"])').length]
      }),
    texts,
  )
  expect(found).toEqual(texts.map(() => [1, 0]))
})
