import { configureGlobal } from 'fast-check'

/**
 * The gate tries the same random cases every time, so that it fails for a change and not by chance. Other cases:
 * `OFFPRINT_SEED=random npm test`, or a number to repeat a run; what they find becomes a case of its own.
 */
const wanted = process.env['OFFPRINT_SEED'] ?? '20261123'
if (wanted !== 'random') configureGlobal({ seed: Number(wanted) })
