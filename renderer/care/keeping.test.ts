import { expect, test, vi } from 'vitest'

vi.mock('zod', () => {
  throw new Error('The schemas are loaded')
})

test('looking after what is kept, in every window and every day, loads no schemas', async () => {
  await expect(import('./keeping.ts')).resolves.toHaveProperty('createKeeping')
})
