import { afterEach, expect, test, vi } from 'vitest'
import { useMissing } from './missing.ts'
import type { ToWorker } from './serve.ts'
import { helper } from './worker.ts'

afterEach(() => vi.restoreAllMocks())

type Hear = (event: { data: unknown }) => void

/** Workers that say what they are told to say, and a helper that asks them; it answers by doubling where none runs. */
function asking() {
  const workers: {
    told: ToWorker<number, object>[]
    isEnded: boolean
    says: (said: unknown) => void
    fails: () => void
  }[] = []
  const start = () => {
    const it = { onmessage: null as Hear | null, onerror: null as ((event: object) => void) | null }
    const worker = {
      told: [] as ToWorker<number, object>[],
      isEnded: false,
      says: (data: unknown) => it.onmessage?.({ data }),
      fails: () => it.onerror?.({ message: 'it broke', preventDefault() {} }),
    }
    workers.push(worker)
    const postMessage = (told: ToWorker<number, object>) => worker.told.push(told)
    const terminate = () => {
      worker.isEnded = true
    }
    return Object.assign(it, { postMessage, terminate }) as unknown as Worker
  }
  const reports: string[] = []
  const asked = helper<number, number, object, string>({
    start,
    instead: { sentence: 'No worker.', answer: (request) => 2 * request },
    report: (report) => reports.push(report),
  })
  const replies: number[] = []
  const ask = (request: number, how?: Parameters<typeof asked.ask>[1]) =>
    void asked.ask(request, how).then((reply) => replies.push(reply))
  return { workers, reports, replies, ask, tryAgain: asked.tryAgain, end: asked.end }
}

const requests = ({ told }: { told: readonly ToWorker<number, object>[] }) => told.map(({ request }) => request)
const rest = () => new Promise((resolve) => setTimeout(resolve))

test('one thing is asked at a time, in order; the latest takes the place of all that waits', async () => {
  const { workers, replies, ask } = asking()
  ask(1)
  ask(2)
  ask(3)
  expect(requests(workers[0])).toEqual([1])
  workers[0].says({ reply: 10 })
  expect(requests(workers[0])).toEqual([1, 2])
  ask(4, { turn: 'latest' })
  workers[0].says({ reply: 20 })
  workers[0].says({ reply: 40 })
  await rest()
  expect(requests(workers[0])).toEqual([1, 2, 4])
  expect(replies).toEqual([10, 20, 40])
})

test('what is asked now ends what is under way, whose reply no longer counts', async () => {
  const { workers, replies, ask } = asking()
  ask(1)
  ask(2, { turn: 'now' })
  expect(workers[0].isEnded).toBe(true)
  workers[0].says({ reply: 10 })
  workers[1].says({ reply: 20 })
  await rest()
  expect(replies).toEqual([20])
})

test('what requests are about is sent once, and again to a worker that comes after', () => {
  const { workers, ask } = asking()
  const about = { large: true }
  ask(1, { about })
  workers[0].says({ reply: 1 })
  ask(2, { about })
  expect(workers[0].told.map((told) => 'about' in told)).toEqual([true, false])
  ask(3, { turn: 'now' })
  expect(workers[1].told[0].about).toBe(about)
})

test('where the worker fails the page answers all that was asked, and later tries again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { workers, replies, ask, tryAgain } = asking()
  ask(1)
  ask(2)
  workers[0].fails()
  ask(3)
  await vi.waitFor(() => expect(replies).toEqual([2, 4, 6]))
  const said = () => [...useMissing.getState().missing.values()].map(({ sentence }) => sentence)
  expect(said()).toEqual(['No worker. Why: it broke.'])
  tryAgain()
  expect(said()).toEqual([])
  ask(4)
  expect(requests(workers[1])).toEqual([4])
})

test('reports of before are dropped', () => {
  const { workers, reports, ask } = asking()
  ask(1)
  workers[0].says({ report: 'of the first', turn: 1 })
  ask(2, { turn: 'latest' })
  workers[0].says({ report: 'too late', turn: 1 })
  workers[0].says({ reply: 1 })
  workers[0].says({ report: 'of the second', turn: 2 })
  expect(reports).toEqual(['of the first', 'of the second'])
})

test('once it is ended nothing that was asked is answered, and a new worker answers what is asked then', async () => {
  const { workers, replies, ask, end } = asking()
  ask(1)
  ask(2)
  end()
  expect(workers[0].isEnded).toBe(true)
  workers[0].says({ reply: 10 })
  ask(3)
  expect(requests(workers[1])).toEqual([3])
  workers[1].says({ reply: 30 })
  await rest()
  expect(replies).toEqual([30])
  expect(workers).toHaveLength(2)
})
