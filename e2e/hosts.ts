import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { test as base } from './fixtures.ts'

export { expect } from './fixtures.ts'

const FOLDERS: Readonly<Record<string, string>> = { gradual: 'dist', 'reveal.js': 'node_modules/reveal.js/dist' }

const TYPES: Readonly<Record<string, string>> = {
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' },
  ...{ '.woff2': 'font/woff2', '.json': 'application/json' },
}

/** A page of somebody else’s, which embeds ours. */
const written = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><body>${body}</body></html>`

/** A static host: our page below `gradual/`, reveal.js, and pages that a test writes. As usual it lets any page read its files. */
function serve(pages: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://host').pathname)).slice(1)
    const [folder, ...rest] = path.split('/')
    const file = rest.join('/') || 'index.html'
    const page = pages.get(path)
    const content =
      page === undefined ? await readFile(join(FOLDERS[folder] ?? 'none', file)).catch(() => null) : written(page)
    const type = page === undefined ? TYPES[extname(file)] : 'text/html'
    response.writeHead(content === null ? 404 : 200, {
      'content-type': type ?? 'application/octet-stream',
      'access-control-allow-origin': '*',
    })
    response.end(content)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

interface Hosting {
  /** Pages by their paths. */
  readonly hosted: Map<string, string>
  /** Opens a page with this body. */
  readonly host: (body: string) => Promise<void>
}

/** Tests on pages of other people’s, which have ours inside them. */
export const test = base.extend<Hosting>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  hosted: ({}, use) => use(new Map()),
  baseURL: async ({ hosted }, use) => {
    const server = await serve(hosted)
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    server.closeAllConnections()
    server.close()
  },
  host: ({ page, hosted }, use) =>
    use(async (body) => {
      hosted.set('host.html', body)
      await page.goto('./host.html')
    }),
})
