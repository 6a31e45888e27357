import { loadSample } from '../../server/commands/demo.ts'
import { storeBytes } from '../store-bytes.ts'

/** What the store of the sample county holds, loaded through the real pipeline. */
export const sampleBytes = (): Promise<Buffer> =>
  storeBytes('sample', async (store) => void (await loadSample(store, () => {})))
