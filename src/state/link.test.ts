import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Moment } from './choices/all.ts'
import { PATTERNS } from './choices/chain.ts'
import { SYMBOLIC_FORMS } from './choices/methods.ts'
import { leftOut, readLink, writeLink } from './link.ts'

const moments = fc.record(
  {
    program: fc.string({ unit: 'binary', maxLength: 3000 }).filter((text) => text.isWellFormed()),
    mode: fc.constantFrom('forward' as const, 'reverse' as const, 'compare' as const),
    wrt: fc.string().filter((text) => text.isWellFormed()),
    out: fc.string().filter((text) => text.isWellFormed()),
    pass: fc.string().filter((text) => text.isWellFormed()),
    step: fc.nat(10_000),
    tab: fc.constantFrom('step' as const, 'trace' as const, 'jacobian' as const),
    theme: fc.constantFrom('light' as const, 'dark' as const, 'projector' as const),
    bracketing: fc.constantFrom('left' as const, 'cheapest' as const),
    products: fc.array(fc.nat(238), { minLength: 1, maxLength: 239 }),
    patterns: fc.subarray([...PATTERNS], { minLength: 1 }),
    turned: fc.constant('0' as const),
    gone: fc.array(fc.nat(12_000), { minLength: 1, maxLength: 239 }),
    form: fc.constantFrom(...SYMBOLIC_FORMS),
    h: fc.integer({ min: -64, max: 0 }).map((quarters) => quarters / 4),
    nudge: fc.integer({ min: -50, max: 50 }).map((hundredths) => hundredths / 100),
    over: fc.string().filter((text) => text.isWellFormed()),
    node: fc.string().filter((text) => text.isWellFormed()),
    zoom: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
    at: fc.string().filter((text) => text.isWellFormed()),
    open: fc.array(fc.integer(), { minLength: 1, maxLength: 30 }),
  },
  { requiredKeys: [] },
)

test('a moment comes back from its link, whatever the program', async () => {
  await fc.assert(
    fc.asyncProperty(moments, async (moment: Moment) => {
      const { moment: read, notices } = await readLink(await writeLink(moment))
      expect(read).toEqual(moment)
      expect(notices).toEqual([])
    }),
  )
})

test('a short program stands readable in the link, with + as a plus sign', async () => {
  expect(await writeLink({ program: 'f = x+1' })).toBe('#v=1&program=f%20%3D%20x+1')
  expect((await readLink('#v=1&program=f=x+1')).moment.program).toBe('f=x+1')
})

test('any text after # is read without an exception; what is bad is said', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      await readLink(`#${text}`)
    }),
  )
  for (const bad of [
    'mode=sideways',
    'step=-1',
    'step=1e9',
    'tab=no',
    'theme=red',
    'zoom=abc',
    'zoom=0',
    'zoom=-1',
    'zoom=1e9',
    'colour=red',
    'z=!!',
    'pass=%E0%A4%A',
    'h=-17',
    'h=-1e1',
    'nudge=0.6',
    'nudge=x',
    'bracketing=middle',
    'patterns=router.rooter',
    'gone=1..2',
    `gone=${'1.'.repeat(500)}1`,
    'products=-1',
    'turned=1',
  ])
    expect((await readLink(`#v=1&step=2&${bad}`)).notices, bad).toHaveLength(1)
})

test('a packed program that inflates past the cap is refused', async () => {
  const bomb = await writeLink({ program: 'x'.repeat(3_000_000) })
  expect(bomb.length).toBeLessThan(10_000)
  const { moment, notices } = await readLink(bomb)
  expect(moment.program).toBeUndefined()
  expect(notices).toHaveLength(1)
})

test('fields that are too long, too many or given twice are ignored, and many faults make few sentences', async () => {
  const said = async (fragment: string) => (await readLink(`#v=1&${fragment}`)).notices
  expect(await said(`pass=${'x'.repeat(100_000)}`)).toEqual(['The link’s pass is too long; it is ignored.'])
  expect(await said('step=1&step=2')).toEqual(['The link has the field “step” more than once; the first counts.'])
  expect(await said('one=1&two=2')).toEqual([
    'The link has 2 fields that this page does not know, among them “one”; they are ignored.',
  ])
  expect(await said('&'.repeat(1_000_000))).toHaveLength(1)
  for (const notice of [
    ...(await said('mode=a&step=b&tab=c&theme=d&view=e&h=f&order=g&form=h&race=i')),
    ...(await said(`${'y'.repeat(100_000)}=1&mode=${'z'.repeat(30_000)}`)),
  ])
    expect(notice.length).toBeLessThan(120)
  expect(await said('mode=a&step=b&tab=c&theme=d&view=e&h=f&order=g')).toHaveLength(4)
  expect((await readLink(`#v=1&${'no=1&'.repeat(50)}step=3`)).moment).toEqual({ step: 3 })
})

test('a field that could not be read back is left out of the link', async () => {
  expect(await writeLink({ program: 'f = x', jvp: 'é'.repeat(40_000), step: 2 })).toBe(
    '#v=1&program=f%20%3D%20x&step=2',
  )
  expect(leftOut({ program: 'f = x', jvp: 'é'.repeat(40_000), step: 2 })).toEqual(['jvp'])
  expect(await writeLink({ seed: 1e12, gone: Array.from({ length: 500 }, (_, k) => k), step: 2 })).toBe('#v=1&step=2')
})
