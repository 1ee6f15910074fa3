import { beforeAll, expect, test, vi } from 'vitest'
import { momentFile } from '../../src/exports/carried/carried.ts'
import { openFile } from '../../src/state/files/openFile.ts'
import { language } from '../../src/state/language.ts'
import { carriedBut, currentLink, followLink, openLink } from '../../src/state/linkState.ts'
import { change, now, useGradual } from '../../src/state/store.ts'
import { describe } from './describe.ts'
import { oldLinks, otherwise } from './file.ts'

beforeAll(async () => {
  vi.stubGlobal('cancelAnimationFrame', () => {})
  await Promise.all([
    language.ask(),
    import('../../src/state/order.ts'),
    import('../../src/state/seeding.ts'),
    import('../../src/state/race.ts'),
  ])
})

/** Until what a link asks for is done: parts that come late, and what they do then. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/**
 * Written by the version of November 2026, before each choice had a record of its own, from a thousand random moments. The
 * file is never written anew: whoever has such a link has it for ever.
 */
test('a thousand old links lead where they led, and the links written there are the same', {
  timeout: 300_000,
}, async () => {
  for (const { way, link, notices, state, wrote } of oldLinks()) {
    if (way === 'open') useGradual.setState(useGradual.getInitialState(), true)
    change({ notices: [] })
    await (way === 'open' ? openLink : followLink)(link, otherwise())
    await rest()
    expect(
      now().notices.map(({ says }) => says),
      link,
    ).toEqual(notices)
    expect(describe(now()), link).toEqual(state)
    expect(await currentLink(), link).toBe(wrote)
  }
})

test('a file leads where the link to the same moment does', { timeout: 100_000 }, async () => {
  const openAnew = async (open: () => Promise<unknown>) => {
    useGradual.setState(useGradual.getInitialState(), true)
    await open()
    await rest()
    return { ...describe(now()), link: await currentLink() }
  }
  for (const { wrote } of oldLinks().filter(({ way }, index) => way === 'open' && index % 8 === 0)) {
    const byLink = await openAnew(() => openLink(wrote, ''))
    const file = new File([momentFile(carriedBut())], 'moment.gradual.json')
    expect(await openAnew(() => openFile(file)), wrote).toEqual(byLink)
  }
})
