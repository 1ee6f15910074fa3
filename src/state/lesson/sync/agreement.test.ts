import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreement } from './agreement.ts'
import type { ShowMessage, ShowPlace } from './message.ts'

const ROOM = { lesson: 'lecture', scene: '', started: 0, entered: 0, since: 0, seconds: 0, hands: {} } as const
const at = (revealed: number): ShowPlace => ({
  ...{ lesson: 'lecture', scene: 'plan', revealed, room: ROOM },
  ...{ presents: true, blank: false, frozen: false, code: false, brought: null, enlarged: null },
})

/** Windows of one show. What one says the others hear when `deliver` is called, in its order; to go somewhere takes a while. */
function show() {
  const said: { from: string; message: ShowMessage }[] = []
  const windows = new Map<string, ReturnType<typeof opened>>()
  let sent = 0

  function opened(me: string, first: ShowPlace | null, reaches = true) {
    const here = { place: first }
    const go = async (place: ShowPlace) => {
      await Promise.resolve()
      if (reaches) here.place = place
      return reaches
    }
    const send = (message: ShowMessage) => {
      sent += 1
      said.push({ from: me, message })
    }
    const agreed = agreement({ me, send, place: () => here.place, go })
    const window = {
      hear: agreed.hear,
      revealed: () => here.place?.revealed,
      press: (revealed: number) => {
        here.place = at(revealed)
        agreed.changed()
      },
    }
    windows.set(me, window)
    agreed.changed()
    agreed.ask()
    return window
  }

  async function deliver() {
    for (let next = said.shift(); next; next = said.shift()) {
      const { from, message } = next
      for (const [name, window] of windows) if (name !== from) window.hear(message)
      for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    }
  }
  return { opened, deliver, close: (name: string) => windows.delete(name), sent: () => sent }
}

test('a press in either window leads both, and each is told once', async () => {
  const { opened, deliver, sent } = show()
  const [hall, speaker] = [opened('hall', at(0)), opened('speaker', at(0))]
  await deliver()
  const before = sent()
  speaker.press(1)
  await deliver()
  hall.press(2)
  await deliver()
  expect([hall.revealed(), speaker.revealed()]).toEqual([2, 2])
  expect(sent() - before).toBe(2)
})

test('a window that comes goes where the show is, wherever its own link led', async () => {
  const { opened, deliver, close } = show()
  const hall = opened('hall', at(0))
  for (const revealed of [1, 2, 3]) hall.press(revealed)
  await deliver()
  const speaker = opened('speaker', at(0))
  await deliver()
  expect(speaker.revealed()).toBe(3)
  close('hall')
  speaker.press(4)
  const again = opened('a hall, reloaded', at(3))
  await deliver()
  expect([again.revealed(), speaker.revealed()]).toEqual([4, 4])
})

test('a window that cannot follow holds nobody back', async () => {
  const { opened, deliver } = show()
  const [hall, speaker] = [opened('hall', at(0)), opened('speaker', at(0), false)]
  await deliver()
  hall.press(1)
  await deliver()
  hall.press(2)
  await deliver()
  expect([hall.revealed(), speaker.revealed()]).toEqual([2, 0])
})

test('whatever is pressed at once, all windows end in one place, and the talk ends', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(9), fc.boolean()), { maxLength: 30 }),
      async (presses) => {
        const { opened, deliver, sent } = show()
        const windows = { a: opened('a', at(0)), b: opened('b', at(1)), c: opened('c', null) }
        for (const [name, revealed, waits] of presses) {
          windows[name as keyof typeof windows].press(revealed)
          if (waits) await deliver()
        }
        await deliver()
        expect(new Set(Object.values(windows).map((each) => each.revealed())).size).toBe(1)
        expect(sent()).toBeLessThan(20 + 4 * presses.length)
      },
    ),
  ))
