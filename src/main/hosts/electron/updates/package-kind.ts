import type { FixedPackage } from '../../../../shared/ipc/host-contract.ts'

/** What tells how the program was installed. */
export interface PackageSigns {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  readonly environment: NodeJS.ProcessEnv
  /** Which package of the system's own kind it came in, as electron-builder or its place says; null = none. */
  readonly packageType: string | null
  /** Whether an uninstaller lies beside the program, as the installer for Windows leaves it. */
  readonly hasUninstaller: boolean
}

/** How the program was installed: `renewable` = it can put a newer one in its place; the others cannot, each for its reason. */
export type PackageKind = 'renewable' | FixedPackage

/** Says what a program that runs was installed as. */
export function packageKindOf(signs: PackageSigns): PackageKind {
  const { platform, isPackaged, environment, packageType, hasUninstaller } = signs
  if (!isPackaged) return 'checkout'
  // What a Mac runs is one folder, from the `dmg` as from the `zip`.
  if (platform === 'darwin') return 'renewable'
  if (platform === 'win32') {
    // Set by the portable program that unpacks itself for a run.
    if (environment['PORTABLE_EXECUTABLE_FILE'] !== undefined) return 'portable'
    return hasUninstaller ? 'renewable' : 'unpacked'
  }
  if (packageType !== null) return 'system'
  return environment['APPIMAGE'] === undefined ? 'unpacked' : 'renewable'
}
