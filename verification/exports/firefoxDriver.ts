import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** So much of what Firefox lets itself be driven by (Marionette) as it takes to open a page, to look at it, and to press a key. */
export interface Firefox {
  open(address: string): Promise<void>
  /** What a function body gives back in the page. */
  run<T>(body: string): Promise<T>
  /** Until the expression is true in the page. */
  until(expression: string): Promise<void>
  press(key: string): Promise<void>
  screenshot(): Promise<Buffer>
  close(): Promise<void>
}

const PATIENCE = 90_000
const rest = (ms: number) => new Promise((then) => setTimeout(then, ms))

async function sooner<T>(look: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await rest(100)) {
    const found = await look()
    if (found) return found as NonNullable<T>
  }
  throw new Error(`Firefox: never ${what}`)
}

export async function startFirefox(command: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'gradual-firefox-'))
  const preferences = PREFERENCES.map(([name, value]) => `user_pref("${name}", ${value});`)
  writeFileSync(join(profile, 'user.js'), preferences.join('\n'))
  const browser = spawn(command, ['--headless', '--no-remote', '--marionette', '--profile', profile], {
    stdio: 'ignore',
  })
  const portFile = join(profile, 'MarionetteActivePort')
  const port = await sooner(() => (existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0), 'started')
  const ask = await lineTo(port)
  await ask('WebDriver:NewSession', {})

  const run = async <T>(script: string) =>
    ((await ask('WebDriver:ExecuteScript', { script, args: [], newSandbox: false })) as { value: T }).value
  return {
    open: async (url) => void (await ask('WebDriver:Navigate', { url })),
    run,
    until: async (expression) => void (await sooner(() => run(`return Boolean(${expression})`), expression)),
    async press(value) {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }))
      await ask('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] })
    },
    async screenshot() {
      const { value } = (await ask('WebDriver:TakeScreenshot', { full: false })) as { value: string }
      return Buffer.from(value, 'base64')
    },
    async close() {
      const ended = new Promise((end) => browser.once('exit', end))
      browser.kill()
      await ended
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

type Ask = (command: string, parameters: object) => Promise<unknown>

/** Each message is its length in bytes, a colon, and JSON: `[0, id, command, parameters]`, answered by `[1, id, error, result]`. */
async function lineTo(port: number): Promise<Ask> {
  const socket: Socket = connect(port, '127.0.0.1')
  const waiting = new Map<number, (error: { message: string } | null, result: unknown) => void>()
  let read = Buffer.alloc(0)
  socket.on('data', (more) => {
    read = Buffer.concat([read, more])
    for (let colon = read.indexOf(':'); colon > 0; colon = read.indexOf(':')) {
      const end = colon + 1 + Number(read.subarray(0, colon))
      if (read.length < end) return
      const said = JSON.parse(String(read.subarray(colon + 1, end)))
      read = read.subarray(end)
      // It greets with an object.
      if (Array.isArray(said)) waiting.get(said[1])?.(said[2], said[3])
    }
  })
  await new Promise((open) => socket.once('connect', open))
  let last = 0
  return (command, parameters) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, (error, result) => (error ? reject(new Error(`${command}: ${error.message}`)) : resolve(result)))
      const text = JSON.stringify([0, id, command, parameters])
      socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
}

/** Any free port; no page of its own, no updates, nothing asked of other hosts. */
const PREFERENCES = [
  ['marionette.port', 0],
  ['app.update.auto', false],
  ['browser.aboutwelcome.enabled', false],
  ['browser.shell.checkDefaultBrowser', false],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['network.captive-portal-service.enabled', false],
  ['network.connectivity-service.enabled', false],
  ['services.settings.server', '"data:,"'],
  ['toolkit.telemetry.enabled', false],
  ['ui.prefersReducedMotion', 1],
] as const
