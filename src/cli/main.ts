#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { commandLine } from './commandLine.ts'
import './headless.ts'

async function stdin(): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  for await (const part of process.stdin) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

// Who reads may have had enough: `gradual … | head`.
process.stdout.on('error', () => process.exit())

const beside = async (name: string) => new Uint8Array(await readFile(new URL(name, import.meta.url)))

process.exitCode = await commandLine(process.argv.slice(2), {
  stdin,
  stdout: (data) => process.stdout.write(data),
  stderr: (text) => process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true,
  wasm: () => beside('resvg.wasm'),
  version: async () => JSON.parse(new TextDecoder().decode(await beside('package.json'))).version,
})
