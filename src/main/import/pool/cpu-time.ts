/** Microseconds of processor time, the kernel's for us among them. */
export function cpuTime({ user, system }: NodeJS.CpuUsage): number {
  return user + system
}
