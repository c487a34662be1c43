import { performance } from 'node:perf_hooks'
import { setInterval, clearInterval } from 'node:timers'

/** Resident memory at a moment of a run. */
export interface MemorySample {
  readonly seconds: number
  readonly megabytes: number
}

/** How memory went over a run. `slope`: megabytes a minute over its second half; near 0 when nothing leaks. */
export interface MemoryReport {
  readonly samples: readonly MemorySample[]
  readonly peak: number
  readonly slope: number
}

/** A run being watched. `sample` takes one more by hand, where a long synchronous loop keeps the timer from firing. */
export interface MemoryWatch {
  readonly sample: () => void
  readonly stop: () => MemoryReport
}

/** Samples this process's resident memory until stopped; never keeps the process alive. */
export function watchMemory(everyMilliseconds = 250): MemoryWatch {
  const began = performance.now()
  const samples: MemorySample[] = []
  const sample = (): void => {
    samples.push({ seconds: (performance.now() - began) / 1000, megabytes: process.memoryUsage.rss() / 1_000_000 })
  }
  sample()
  const timer = setInterval(sample, everyMilliseconds)
  timer.unref()
  return {
    sample,
    stop: () => {
      clearInterval(timer)
      sample()
      return reportMemory(samples)
    },
  }
}

/** Peak, and the slope of the second half by least squares. */
export function reportMemory(samples: readonly MemorySample[]): MemoryReport {
  const end = samples.at(-1)?.seconds ?? 0
  const half = samples.filter(({ seconds }) => seconds >= end / 2)
  const peak = samples.reduce((most, { megabytes }) => Math.max(most, megabytes), 0)
  return { samples, peak, slope: slopePerMinute(half) }
}

function slopePerMinute(samples: readonly MemorySample[]): number {
  const middle = mean(samples.map(({ seconds }) => seconds))
  const level = mean(samples.map(({ megabytes }) => megabytes))
  let covariance = 0
  let variance = 0
  for (const { seconds, megabytes } of samples) {
    covariance += (seconds - middle) * (megabytes - level)
    variance += (seconds - middle) ** 2
  }
  return variance === 0 ? 0 : (60 * covariance) / variance
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
