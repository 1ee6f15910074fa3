import { describe, expect, it } from 'vitest'
import { compiling, digitNetwork, digits, network } from '../../verification/fixtures/training.ts'
import digitsText from './digits.txt?raw'
import {
  type BeginRequest,
  stepsTaken,
  type TrainingProgress,
  type TrainingReport,
  type TrainingRequest,
} from './messages.ts'
import { TrainingSession } from './session.ts'

const COURSE = { rate: 0.02, optimizer: 'adam' } as const

/** A session with a clock that goes on by a millisecond whenever it is read. */
function session() {
  const reports: TrainingReport[] = []
  let time = 0
  const made = new TrainingSession(
    ({ source }) => compiling(source),
    (report) => reports.push(structuredClone(report)),
    () => time++,
  )
  const progress = (): TrainingProgress => {
    const last = reports.findLast(({ kind }) => kind === 'progress')
    if (last?.kind !== 'progress') throw new Error('no progress')
    return last.progress
  }
  return {
    made,
    reports,
    progress,
    pass: (milliseconds: number) => (time += milliseconds),
    kinds: () => reports.map(({ kind }) => kind),
  }
}

const begin = (source: string, choice: string | null, decided: Partial<BeginRequest> = {}): TrainingRequest => ({
  ...{
    kind: 'begin',
    source,
    language: 'gradual',
    choice,
    pasted: '',
    file: null,
    batchSize: 8,
    seed: 1,
    course: COURSE,
    pace: null,
    stopAfter: null,
  },
  ...decided,
})

describe('a session', () => {
  it('says what was chosen, then where it stands', () => {
    const { made, reports, progress } = session()
    made.receive(begin(network(1), 'xor'))
    expect(reports[1]).toMatchObject({
      kind: 'started',
      start: {
        loss: 'loss',
        batchSize: 4,
        perEpoch: 1,
        perSample: false,
        parameters: ['W1', 'b1', 'W2', 'b2'],
        predictions: ['z', 'h'],
        prediction: 'z',
      },
    })
    expect(progress()).toMatchObject({ isRunning: false, phase: 'loss', updates: 0, loss: null, inputs: null })
    expect(progress().picture?.kind).toBe('boundary')
    expect(progress().accuracy).toBeGreaterThan(0)
  })

  it('begins where so many steps lead, with the numbers of one that took them', () => {
    const [stepped, begun] = [session(), session()]
    stepped.made.receive(begin(network(1), 'xor'))
    for (let step = 0; step < 5; step++) stepped.made.receive({ kind: 'step' })
    begun.made.receive(begin(network(1), 'xor', { steps: 5 }))
    expect(begun.progress()).toEqual(stepped.progress())
    expect(stepsTaken(begun.progress())).toBe(5)
  })

  it('steps, and runs until it is paused', () => {
    const { made, progress } = session()
    made.receive(begin(network(1), 'xor'))
    for (const phase of ['gradient', 'update', 'loss']) {
      made.receive({ kind: 'step' })
      expect(progress().phase).toBe(phase)
    }
    expect(progress().updates).toBe(1)
    made.receive({ kind: 'run' })
    made.slice(10)
    const { updates, isRunning } = progress()
    expect(isRunning).toBe(true)
    expect(updates).toBeGreaterThan(1)
    made.receive({ kind: 'pause' })
    made.slice(10)
    expect(progress()).toMatchObject({ updates, isRunning: false })
    made.receive({ kind: 'advance', updates: 5 })
    expect(progress().updates).toBe(updates + 5)
  })

  it('keeps a pace: so many updates a second, and at a slow one step by step', () => {
    const { made, progress, pass } = session()
    made.receive(begin(network(1), 'xor', { pace: 20 }))
    made.receive({ kind: 'run' })
    for (let i = 0; i < 20; i++) pass(made.slice(36))
    expect(progress().updates).toBeGreaterThanOrEqual(19)
    expect(progress().updates).toBeLessThanOrEqual(21)
    made.receive({ kind: 'stand' })
    expect(progress()).toMatchObject({ isRunning: false, phase: 'update' })
    const { updates } = progress()
    made.receive({ kind: 'pace', pace: 1 })
    made.receive({ kind: 'run' })
    for (const phase of ['loss', 'gradient', 'update', 'loss']) {
      const rest = made.slice(36)
      expect(progress().phase).toBe(phase)
      expect(Math.round(rest)).toBeCloseTo(333, -1)
      expect(made.slice(36)).toBeGreaterThan(300)
      pass(rest)
    }
    expect(progress().updates).toBe(updates + 2)
  })

  it('stops when so many epochs are completed, stands before the next update, and goes on for as many', () => {
    const { made, progress } = session()
    made.receive(begin(network(1), 'two moons', { stopAfter: 2 }))
    const perEpoch = 200 / 8
    for (const completed of [2, 4]) {
      made.receive({ kind: 'run' })
      for (let i = 0; i < 100 && made.isRunning; i++) made.slice(36)
      expect(progress()).toMatchObject({ updates: completed * perEpoch, phase: 'update', isRunning: false })
      expect(progress()).toMatchObject({ isCompleted: true, speed: null, left: null })
      made.receive({ kind: 'pace', pace: 100 })
      made.receive({ kind: 'check' })
      made.receive({ kind: 'pace', pace: null })
      expect(progress().isCompleted).toBe(true)
    }
    made.receive({ kind: 'step' })
    expect(progress()).toMatchObject({ updates: 4 * perEpoch + 1, isCompleted: false })
    made.receive({ kind: 'stopAfter', epochs: null })
    made.receive({ kind: 'run' })
    for (let i = 0; i < 20; i++) made.slice(36)
    expect(progress().isRunning).toBe(true)
    made.receive({ kind: 'stopAfter', epochs: 3 })
    for (let i = 0; i < 1000 && made.isRunning; i++) made.slice(36)
    expect((progress().updates / perEpoch) % 3).toBe(0)
  })

  it('says while it runs how fast it goes, and how long it will', () => {
    const { made, progress, pass } = session()
    made.receive(begin(network(1), 'two moons', { pace: 20, stopAfter: 4 }))
    made.receive({ kind: 'run' })
    expect(progress()).toMatchObject({ speed: null, left: null })
    let before = Infinity
    for (let i = 0; i < 60; i++) {
      pass(made.slice(36))
      const { speed, left, updates } = progress()
      if (i < 30) continue
      expect(speed).toBeGreaterThan(18)
      expect(speed).toBeLessThan(22)
      expect(left).toBeCloseTo((100 - updates) / (speed ?? 0), 10)
      expect(Math.ceil(left ?? 0)).toBeLessThanOrEqual(before + 1)
      before = Math.ceil(left ?? 0)
    }
    made.receive({ kind: 'stopAfter', epochs: null })
    made.slice(36)
    expect(progress().left).toBeNull()
    made.receive({ kind: 'stand' })
    expect(progress().speed).toBeNull()
  })

  it('does not catch up what there was no time for', () => {
    const { made, progress, pass } = session()
    made.receive(begin('param w = 1\nloss = w^2', null, { pace: 100 }))
    made.receive({ kind: 'run' })
    pass(60_000)
    made.slice(5)
    made.slice(5)
    expect(progress().updates).toBeLessThan(20)
  })

  it('rests at a minimum, says so, and goes on where that is wished', () => {
    const { made, progress } = session()
    const course = { optimizer: 'sgd', rate: 0.2 } as const
    made.receive(begin('param w = 1\nloss = (w - 3)^2', null, { course }))
    made.receive({ kind: 'run' })
    for (let i = 0; i < 50; i++) made.slice(36)
    expect(progress()).toMatchObject({ isRunning: false, phase: 'update', rest: { kind: 'minimum' } })
    const { updates } = progress()
    made.receive({ kind: 'run', through: true })
    made.slice(36)
    expect(progress()).toMatchObject({ isRunning: true })
    expect(progress().updates).toBeGreaterThan(updates)
  })

  it('says how an update moves each of few numbers', () => {
    const { made, progress } = session()
    const course = { optimizer: 'sgd', rate: 0.1 } as const
    made.receive(begin('data x = 1\nparam w = 2\nloss = w^2', null, { course }))
    made.receive({ kind: 'step' })
    expect(progress().moves).toBeNull()
    made.receive({ kind: 'step' })
    const moves = {
      names: ['w'],
      rate: 0.1,
      optimizer: 'sgd',
      before: Float64Array.of(2),
      gradient: Float64Array.of(4),
    }
    expect(progress().moves).toMatchObject({ ...moves, after: null })
    made.receive({ kind: 'step' })
    expect(progress().moves).toMatchObject({ ...moves, after: Float64Array.of(1.6) })
  })

  it('says which input takes what, and calls the columns as the program does', () => {
    const { made, reports } = session()
    made.receive(begin(network(1), 'xor'))
    expect(reports[1]).toMatchObject({
      start: {
        columns: ['X[:, 0]', 'X[:, 1]', 'Y'],
        binding: {
          placements: [
            { input: 'X', takes: 'features' },
            { input: 'Y', takes: 'one-hot' },
          ],
        },
      },
    })
  })

  it('changes the learning rate on the way, and the prediction', () => {
    const { made, progress } = session()
    made.receive(begin(network(1), 'xor'))
    made.receive({ kind: 'change', course: { rate: 0, optimizer: 'sgd' } })
    made.receive({ kind: 'advance', updates: 1 })
    const { parameters } = progress()
    made.receive({ kind: 'advance', updates: 1 })
    expect(progress().parameters).toEqual(parameters)
    made.receive({ kind: 'predict', prediction: 'h' })
    expect(progress().picture).toMatchObject({ width: 16 })
    expect(progress().accuracy).toBeNull()
  })

  it('trains on rows that were pasted, once there are some', () => {
    const { made, reports } = session()
    const source = 'data x = zeros(2)\ndata y = zeros(2)\nparam w = 0\nloss = mse(w*x, y)'
    made.receive(begin(source, 'pasted'))
    expect(reports.at(-1)).toMatchObject({ kind: 'problem', problem: 'There are no rows to learn from yet.' })
    made.receive({ kind: 'step' })
    expect(reports).toHaveLength(2)
    made.receive(begin(source, 'pasted', { pasted: 'x,y\n1,2\n3,6' }))
    expect(reports[2]).toMatchObject({ data: { chosen: 'pasted', rowProblems: [] } })
    expect(reports[3]).toMatchObject({ start: { dataSet: { targets: [2, 6] } } })
  })

  it('waits for a data set that stands in a file', () => {
    const { made, reports, kinds } = session()
    made.receive(begin(digitNetwork, 'digits'))
    made.receive({ kind: 'run' })
    made.slice(10)
    expect(kinds()).toEqual(['data'])
    expect(reports[0]).toMatchObject({ data: { chosen: 'digits', isAwaited: true } })
    made.receive(begin(digitNetwork, 'digits', { file: digitsText, batchSize: null }))
    expect(reports[2]).toMatchObject({ kind: 'started', start: { batchSize: 32, perEpoch: 45 } })
  })

  it('tells how well it does on the rows that are held out, and which class it gives to each of them', () => {
    const { made, progress } = session()
    made.receive(begin(digitNetwork, 'digits', { file: digitsText, course: { rate: 0.01, optimizer: 'adam' } }))
    expect(progress().heldOutAccuracy).toBeLessThan(0.3)
    made.receive({ kind: 'advance', updates: 400 })
    const { accuracy, heldOutAccuracy, samples } = progress()
    expect(accuracy).toBeGreaterThan(0.97)
    expect(heldOutAccuracy).toBeGreaterThan(0.93)
    const right = samples?.rows.filter((row, i) => samples.classes[i] === digits.targets[row])
    expect((right?.length ?? 0) / (digits.heldOut?.length ?? 0)).toBe(heldOutAccuracy)
  })

  it('finds the samples in the program itself', () => {
    const { made, reports, progress } = session()
    const data = 'data X = [[0, 0], [0, 1], [1, 0], [1, 1]]\ndata y = [0, 1, 1, 0]'
    made.receive(begin(`${data}\nparam w = [0, 1]\np = sigmoid(X @ w)\nloss = mean((p - y)^2)`, null))
    expect(reports[1]).toMatchObject({ start: { dataSet: { kind: 'classes', targets: [0, 1, 1, 0] } } })
    expect(progress().accuracy).toBe(0.5)
    made.receive({ kind: 'step' })
    expect(progress().inputs).toMatchObject({ y: [0, 1, 1, 0] })
  })

  it('trains on data that are no samples as they stand', () => {
    const { made, reports, progress } = session()
    made.receive(begin('data x = [1, 2, 3]\nparam w = 2\nloss = sum((w*x)^2)', null))
    expect(reports[1]).toMatchObject({ start: { dataSet: null, batchSize: 1 } })
    made.receive({ kind: 'advance', updates: 3 })
    expect(progress()).toMatchObject({ updates: 3, accuracy: null, picture: null })
  })

  it('draws the loss surface of two parameters once', () => {
    const { made, kinds } = session()
    made.receive(begin('data x = 1\nparam w = 1\nparam b = 0\nloss = (w*x + b)^2', null))
    made.receive({ kind: 'advance', updates: 3 })
    expect(kinds().filter((kind) => kind === 'surface')).toHaveLength(1)
  })

  it('stops where the numbers leave the finite ones, and says where', () => {
    const { made, reports, progress } = session()
    const source = 'data x = 1\nparam w = 1\nloss = w^4'
    made.receive(begin(source, null, { course: { optimizer: 'sgd', rate: 10 } }))
    made.receive({ kind: 'run' })
    for (let i = 0; i < 100; i++) made.slice(10)
    expect(made.isRunning).toBe(false)
    expect(progress().divergence?.message).toContain('Stopped at update')
    const places = compiling(source)({}).graph?.place
    expect(reports.at(-1)).toEqual({ kind: 'lost', places: [places?.[progress().divergence?.node ?? -1]] })
    made.receive({ kind: 'run' })
    expect(made.isRunning).toBe(false)
  })

  it('checks the gradient on demand', () => {
    const { made, reports } = session()
    made.receive(begin(network(1), 'xor'))
    for (let i = 0; i < 2; i++) {
      made.receive({ kind: 'check' })
      expect(reports.at(-1)).toMatchObject({ kind: 'check', check: { agrees: true } })
      made.receive({ kind: 'step' })
    }
  })

  it('says why a program cannot be trained, and does nothing then', () => {
    const { made, reports, kinds } = session()
    made.receive(begin('x = 1\nloss = x^2', 'xor'))
    made.receive({ kind: 'run' })
    made.slice(10)
    expect(kinds()).toEqual(['data', 'problem'])
    expect(reports[1]).toMatchObject({ problem: expect.stringContaining('param') })
  })
})
