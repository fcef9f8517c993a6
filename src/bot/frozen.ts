/** Freezes plain objects and lists all the way down; anything with a class of its own stays as it is. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}
