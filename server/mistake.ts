/** That somebody asked for what cannot be had, said so that they can ask again. */
export class Mistake extends Error {
  override readonly name = 'Mistake'
  readonly statusCode: 400 | 403 | 404

  constructor(message: string, statusCode: 400 | 403 | 404 = 400) {
    super(message)
    this.statusCode = statusCode
  }
}
