/** A file ends too early or is not what it says. Carries no words of it. */
export class Damaged extends Error {
  override readonly name = 'Damaged'

  constructor(options?: { cause?: unknown }) {
    super('the file is damaged', options)
  }
}
