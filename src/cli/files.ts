import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'

import { misuse } from './fault.ts'

/** A file that is written, by its name or its place in a folder. */
export interface CliFile {
  readonly path: string
  readonly data: string | Uint8Array
}

/** Why the system would not: `ENOENT`, in words. */
const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EEXIST: 'it is a file',
  EACCES: 'it may not be opened',
  EPERM: 'it may not be opened',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
}

const whyNot = (error: unknown): string => WHY[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message

export async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    throw misuse(`“${path}” cannot be read: ${whyNot(error)}.`)
  }
}

/** Writes all of them or none: each stands there under another name first. */
export async function writeFiles(files: readonly CliFile[], folder: string | null): Promise<void> {
  const unfinished = files.map(({ path }) => `${path}.${process.pid}.part`)
  try {
    if (folder !== null) await mkdir(folder, { recursive: true })
    for (const [i, { data }] of files.entries()) await writeFile(unfinished[i], data)
    for (const [i, { path }] of files.entries()) await rename(unfinished[i], path)
  } catch (error) {
    await Promise.all(unfinished.map((path) => rm(path, { force: true }).catch(() => {})))
    throw misuse(`“${folder ?? files[0].path}” cannot be written: ${whyNot(error)}.`)
  }
}
