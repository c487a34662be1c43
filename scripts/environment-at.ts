import { join } from 'node:path'

/** The environment in which the program keeps everything that it keeps for a person below one folder. */
export function environmentAt(home: string): NodeJS.ProcessEnv {
  return { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_STATE_HOME: join(home, 'state') }
}
