import { writeFile } from 'node:fs/promises'
import { Mistake } from '../mistake.ts'

/** Writes a file that a command was asked for; that it cannot be written is a mistake of the one who asks. */
export async function writeBytes(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes)
  } catch (error) {
    throw new Mistake(
      `the file cannot be written: ${file} (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'})`,
    )
  }
}
