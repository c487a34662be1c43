import { expect, it } from 'vitest'
import { packageKindOf, type PackageSigns } from '../../../../../src/main/hosts/electron/updates/package-kind.ts'

const PACKED: PackageSigns = {
  platform: 'linux',
  isPackaged: true,
  environment: {},
  packageType: null,
  hasUninstaller: false,
}

it.each<[string, Partial<PackageSigns>, string]>([
  ['a checkout', { isPackaged: false, environment: { APPIMAGE: '/a' } }, 'checkout'],
  ['an AppImage', { environment: { APPIMAGE: '/a/Offprint.AppImage' } }, 'renewable'],
  ['a .deb, even one started from an AppImage', { packageType: 'deb', environment: { APPIMAGE: '/a' } }, 'system'],
  ['a tar.gz', {}, 'unpacked'],
  ['the installed program of Windows', { platform: 'win32', hasUninstaller: true }, 'renewable'],
  ['a zip on Windows', { platform: 'win32' }, 'unpacked'],
  ['the portable program', { platform: 'win32', environment: { PORTABLE_EXECUTABLE_FILE: 'D:\\o.exe' } }, 'portable'],
  ['a Mac', { platform: 'darwin' }, 'renewable'],
])('knows %s by its signs', (_name, signs, kind) => {
  expect(packageKindOf({ ...PACKED, ...signs })).toBe(kind)
})
