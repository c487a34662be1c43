import { oneItemFormat } from './one-item-format.ts'

/** Plain text: what every source is that no other format claims; detection has refused binary content before. */
export const plainText = oneItemFormat({
  id: 'text',
  kind: 'text',
  mediaType: 'text/plain',
  confidence: () => 'likely',
})
