import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new secret: 256 random bits as 64 hexadecimal digits, fit for addresses. */
export function newSecret(): string {
  return randomBytes(32).toString('hex')
}

/** Whether two secrets are one, in a time that does not tell how much of them agrees. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
