import type { Rollup } from 'vite'

export interface Modules {
  getModuleInfo(id: string): Pick<Rollup.ModuleInfo, 'importers' | 'dynamicImporters' | 'isEntry'> | null
}

const isWorker = (id: string): boolean => /\.worker\.ts$/.test(id)

/** The parts that a module is loaded with: those that import it, themselves or by others, other than at run time. */
export function rootsOf(id: string, modules: Modules): string[] {
  const seen = new Set([id])
  for (const each of seen) for (const importer of modules.getModuleInfo(each)?.importers ?? []) seen.add(importer)
  return [...seen].filter((each) => {
    const info = modules.getModuleInfo(each)
    return isWorker(each) || info?.isEntry || Boolean(info?.dynamicImporters.length)
  })
}

/** Whether a worker loads it, be it with itself or at run time. */
export function isForWorkers(id: string, modules: Modules, seen = new Set<string>()): boolean {
  return rootsOf(id, modules).some((root) => {
    if (isWorker(root)) return true
    if (seen.has(root)) return false
    seen.add(root)
    return modules.getModuleInfo(root)?.dynamicImporters.some((each) => isForWorkers(each, modules, seen)) ?? false
  })
}
