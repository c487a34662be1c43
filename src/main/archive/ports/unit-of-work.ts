declare const open: unique symbol

/**
 * Proof that a write transaction (`BEGIN IMMEDIATE`) is open. Opaque: only storage knows what it stands for. Whoever
 * writes asks for one, so that a write outside a transaction does not compile.
 */
export interface UnitOfWork {
  readonly [open]: true
}

/**
 * Runs `work` in one transaction and commits, or rolls everything back when it throws. `work` is synchronous: nothing
 * is awaited between BEGIN and COMMIT, or another request would slip into it.
 */
export type Transact = <Value>(work: (unit: UnitOfWork) => Value) => Value

/** Runs `work` in a SAVEPOINT of its own inside an open unit: when it throws, only its own writes are taken back. */
export type Savepoint = <Value>(unit: UnitOfWork, work: () => Value) => Value
