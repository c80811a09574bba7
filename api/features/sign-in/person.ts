import { z } from 'zod'

export const PersonName = z.string().trim().min(1, 'name').max(100, 'name')
export const Email = z
  .string()
  .trim()
  .max(200, 'email')
  .regex(/^[^\s@]+@[^\s@]+$/, 'email')
