import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moments } from '../../../verification/fixtures/moments.ts'
import { type Carried, momentFile } from '../../exports/carried/carried.ts'
import { carriedIn } from '../../exports/carried/carriedIn.ts'
import { withMomentInPng } from '../../exports/carried/png.ts'
import { withMomentInSvg } from '../../exports/carried/svg.ts'
import type { Moment } from '../choices/all.ts'
import { type LinkForm, readBesides, readLink, writeBesides, writeLink } from '../link.ts'

/** One black pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)

const CARRIERS: Readonly<Record<string, (carried: Carried) => Uint8Array>> = {
  'a.svg': (carried) => Buffer.from(withMomentInSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', carried)),
  'a.png': (carried) => withMomentInPng(PNG, carried),
  'a.gradual.json': (carried) => Buffer.from(momentFile(carried)),
}

async function throughFile(name: string, moment: Moment & { readonly program: string }): Promise<Moment> {
  const found = carriedIn(name, CARRIERS[name]({ program: moment.program, moment: writeBesides(moment) }))
  if ('problem' in found) throw new Error(found.problem)
  const read = await readBesides(found.carried.moment)
  expect(read.notices).toEqual([])
  return { ...read.moment, program: found.carried.program }
}

test('a thousand moments come back from both links, drawing, picture and file', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(moments, async (moment) => {
      for (const form of ['readable', 'short'] satisfies LinkForm[])
        expect(await readLink(await writeLink(moment, form))).toEqual({ moment, notices: [] })
      for (const name of Object.keys(CARRIERS)) expect(await throughFile(name, moment)).toEqual(moment)
    }),
    { numRuns: 1000 },
  )
})

test('a file has room for weights that a link leaves out', async () => {
  const values = JSON.stringify({ W: Array.from({ length: 20_000 }, (_, k) => k / 7) })
  const moment = { program: 'f = x', values, step: 2 }
  expect(await readLink(await writeLink(moment))).toMatchObject({ moment: { program: 'f = x', step: 2 } })
  expect(await throughFile('a.png', moment)).toEqual(moment)
})

test('the short form is never the longer one', async () => {
  await fc.assert(
    fc.asyncProperty(moments, async (moment) => {
      const [short, readable] = [await writeLink(moment, 'short'), await writeLink(moment, 'readable')]
      expect(short.length).toBeLessThanOrEqual(readable.length)
    }),
  )
})
