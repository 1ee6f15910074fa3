import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs many files in one process, each by itself, and writes what each printed or how it failed. */
const RUNNER = `
import contextlib, io, json, sys, traceback, warnings
warnings.filterwarnings("ignore")
files = json.load(open(sys.argv[1]))
results = []
for text in files:
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(text, "file.py", "exec"), {"__name__": "__main__"})
        results.append({"printed": out.getvalue()})
    except BaseException:
        results.append({"failed": traceback.format_exc()[-1500:]})
json.dump(results, open(sys.argv[2], "w"))
`

/** A Python that has a library; null where none has. */
export const pythonWith = (library: string): string | null =>
  ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', `import ${library}`], { timeout: 120_000 }).status === 0,
  ) ?? null

export interface PythonRun {
  readonly printed?: string
  readonly failed?: string
}

export function runPython(python: string, files: readonly string[]): readonly PythonRun[] {
  const folder = mkdtempSync(join(tmpdir(), 'code-'))
  const [given, taken] = [join(folder, 'files.json'), join(folder, 'results.json')]
  writeFileSync(given, JSON.stringify(files))
  const { status, stderr } = spawnSync(python, ['-c', RUNNER, given, taken], { timeout: 900_000, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(readFileSync(taken, 'utf8'))
}
