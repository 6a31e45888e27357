import module from 'node:module'

/** All that a worker sees of the environment: where modules read before are kept, so that it starts in half the time. */
export function workerEnvironment(): Record<string, string> {
  const folder = module.getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder }
}
