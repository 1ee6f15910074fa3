import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** So much of WebDriver BiDi as it takes to open a page in Firefox, to look at it, and to press a key. */
export interface Firefox {
  open(address: string): Promise<void>
  /** The value of an expression in the page; awaited. */
  value<T>(expression: string): Promise<T>
  /** Until the expression is true in the page. */
  until(expression: string): Promise<void>
  press(key: string): Promise<void>
  close(): Promise<void>
}

interface Reply {
  readonly id: number
  readonly type: string
  readonly result: Record<string, unknown>
  readonly message?: string
}

const PATIENCE = 60_000
const within = <T>(promise: Promise<T>, what: string): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`Firefox: ${what} takes too long`)), PATIENCE)),
  ])

export async function startFirefox(command: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'gradual-firefox-'))
  writeFileSync(join(profile, 'user.js'), PREFERENCES.map(([name, value]) => `user_pref("${name}", ${value});`).join('\n'))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
  const browser = spawn(command, args, { env: { ...process.env, MOZ_HEADLESS: '1' } })
  const socket = new WebSocket(`${await within(addressOf(browser), 'its start')}/session`)
  await within(new Promise((open) => socket.addEventListener('open', open)), 'the line to it')

  let last = 0
  const waiting = new Map<number, (reply: Reply) => void>()
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply
    waiting.get(reply.id)?.(reply)
  })
  async function command_(method: string, params: object): Promise<Record<string, unknown>> {
    const id = ++last
    const reply = new Promise<Reply>((then) => waiting.set(id, then))
    socket.send(JSON.stringify({ id, method, params }))
    const { type, message, result } = await within(reply, method)
    if (type === 'error') throw new Error(`${method}: ${message}`)
    return result
  }

  await command_('session.new', { capabilities: {} })
  const tree = (await command_('browsingContext.getTree', {})) as { contexts: { context: string }[] }
  const [{ context }] = tree.contexts
  const it: Firefox = {
    open: async (url) => void (await command_('browsingContext.navigate', { context, url, wait: 'complete' })),
    async value<T>(expression: string) {
      const told = await command_('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${expression})))()`,
        ...{ target: { context }, awaitPromise: true },
      })
      const { result, exceptionDetails } = told as { result?: { value?: string }; exceptionDetails?: { text: string } }
      if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`)
      return (result?.value === undefined ? undefined : JSON.parse(result.value)) as T
    },
    async until(expression) {
      for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
        if (await it.value(`Boolean(${expression})`)) return
        await new Promise((rest) => setTimeout(rest, 100))
      }
      throw new Error(`Firefox: never ${expression}`)
    },
    async press(value) {
      const actions = [{ type: 'keyDown', value }, { type: 'keyUp', value }]
      await command_('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] })
    },
    async close() {
      socket.close()
      const ended = new Promise((end) => browser.once('exit', end))
      browser.kill()
      await ended
      rmSync(profile, { recursive: true, force: true })
    },
  }
  return it
}

/** It says its address once it listens. */
const addressOf = (browser: ChildProcess): Promise<string> =>
  new Promise((then) => {
    let said = ''
    browser.stderr?.on('data', (text) => {
      said += text
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? []
      if (address) then(address)
    })
  })

/** No page of its own, no updates, nothing asked of other hosts. */
const PREFERENCES = [
  ['app.update.auto', false],
  ['browser.aboutwelcome.enabled', false],
  ['browser.shell.checkDefaultBrowser', false],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['network.captive-portal-service.enabled', false],
  ['network.connectivity-service.enabled', false],
  ['services.settings.server', '"data:,"'],
  ['toolkit.telemetry.enabled', false],
] as const
