import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own for a server's data, where one may be made and SQLite is what stands on it. */
export function smallDisk(megabytes = 24) {
  if (process.env.STET_TEST_POSTGRES || process.platform !== 'linux') return undefined
  const path = mkdtempSync(join(tmpdir(), 'stet-disk-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]).status !== 0) return undefined
  const ballast = join(path, 'ballast')
  return {
    path,
    /** Leaves no room. @returns makes it free again */
    fill() {
      const file = openSync(ballast, 'w')
      try {
        for (const size of [1 << 20, 4096]) {
          try {
            for (;;) writeSync(file, Buffer.alloc(size))
          } catch {
            // Full for pieces of this size.
          }
        }
      } finally {
        closeSync(file)
      }
      return () => rmSync(ballast)
    },
    remove: () => spawnSync('umount', ['-l', path]),
  }
}
