import * as library from './python/library/library.ts'
import { Interpreter } from './python/run/interpreter.ts'
import { Namespace } from './python/values/values.ts'
import { readFileSync } from 'node:fs'
const R='/work/w-tables/'
const texts = [...['src/python/library/cases.json','verification/python/torchExpressions.json','verification/python/snippets.json'].flatMap((f) => JSON.parse(readFileSync(R+f,'utf8')).map((e: any) => e.text as string))].join('\n')
const run = new Interpreter(library, { chosen: {}, fixed: {accumulators:new Set(),buffers:new Set(),counters:new Set()}, asks: false, givesArguments: false } as any)
for (const [path, ns] of run.modules) {
  const missing = [...ns.members].filter(([n, v]) => !(v instanceof Namespace) && !new RegExp(`\\b${path.split('.').at(-1)!.replace('numpy','(np|jnp|numpy)').replace('functional','F').replace(/^torch$/,'torch')}\\.${n}\\b`).test(texts)).map(([n]) => n)
  console.log(path, ns.members.size, '::', missing.join(' '))
}
