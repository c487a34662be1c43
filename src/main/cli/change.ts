import type { Command } from 'commander'
import type { RequestName, Requests } from '../../shared/ipc/contract.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { withCore } from './with-core.ts'

/** Sends one changing request, and says that it can be taken back. */
export function change<Name extends RequestName>(
  command: Command,
  name: Name,
  input: Requests[Name]['input'],
): Promise<ExitStatus> {
  return withCore(command, async ({ core, output }) => {
    const done = await core.client.request(name, input)
    if (!done.ok) return output.failure(done.error)
    if (output.json) output.value(done.value)
    else output.line('Done; "undo" takes it back.')
    return EXIT.done
  })
}
