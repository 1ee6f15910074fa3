import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'

/** A host of static files under a path, which can be changed and be cut off while a page is open. */
export interface Served {
  readonly address: string
  /** The file that stands at a path below the address; null where there is none. */
  file: (path: string) => Uint8Array | string | null
  /** How often each was asked for. */
  readonly asked: string[]
  cut(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

export async function serve(folder: string, file: Served['file']): Promise<Served> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    const name = path.startsWith(folder) ? path.slice(folder.length) || 'index.html' : null
    const content = name === null ? null : served.file(name)
    if (name) served.asked.push(name)
    response.writeHead(content === null ? 404 : 200, { 'content-type': TYPES[extname(name ?? '')] ?? 'text/plain' })
    response.end(content)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const served: Served = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${folder}`,
    file,
    asked: [],
    async cut() {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }
  return served
}
